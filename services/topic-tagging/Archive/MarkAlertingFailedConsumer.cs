using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>Notes that alerting has given up on articles, so that no sweep sends them round again; only a redrive does.</summary>
internal sealed class MarkAlertingFailedConsumer(TaggingDb db, ILogger<MarkAlertingFailedConsumer> logger) : IConsumer<Fault<ArticlesTagged>>
{
    public async Task Consume(ConsumeContext<Fault<ArticlesTagged>> context)
    {
        var cause = context.Message.Exceptions.FirstOrDefault();
        var reason = $"{cause?.ExceptionType}: {cause?.Message}";
        foreach (var article in context.Message.Message.Items)
        {
            // Ingest consumes the same event. Its own failure does not concern the alert: an answered row stays answered.
            await db.Articles
                .Where(row => row.ArticleId == article.Id && row.Version == article.Version && row.AlertedAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.FailedBecause, reason), context.CancellationToken);
            Log.ArticleFailed(logger, article.Id, article.Version, reason);
        }
    }
}
