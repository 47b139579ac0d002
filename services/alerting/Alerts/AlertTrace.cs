using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Hosting.Tracing;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>What alerting knows of an article's way.</summary>
internal sealed class AlertTrace(AlertingDb db) : ITraceSource
{
    private const string Stage = "alerting";

    public async Task<IReadOnlyList<TraceStep>> ReadAsync(Guid articleId, CancellationToken cancellationToken)
    {
        var rows = await (
            from article in db.AlertArticles.AsNoTracking()
            join alert in db.Alerts on article.AlertId equals alert.Id
            where article.ArticleId == articleId
            orderby article.AddedAt
            select new { Article = article, Alert = alert }).ToListAsync(cancellationToken);
        var steps = new List<TraceStep>();
        foreach (var row in rows)
        {
            var level = JsonSerializer.Deserialize<MatchedTopic>(row.Article.TopicJson, JsonSettings.Web)!.Level;
            var what = row.Alert.RaisedAt == row.Article.AddedAt ? "Raised alert" : "Joined alert";
            steps.Add(new TraceStep(row.Article.AddedAt, Stage, $"{what} {row.Alert.Id} on “{row.Alert.TopicName}”, level {level.ToString().ToLowerInvariant()}.", row.Article.Version));
            var subject = row.Alert.Id.ToString();
            foreach (var delivery in await db.Deliveries.AsNoTracking().Where(delivery => delivery.Subject == subject).ToListAsync(cancellationToken))
                steps.Add(delivery.ToTraceStep(Stage, row.Article.Version));
        }
        return steps;
    }
}
