using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Delivery;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Alerting.Stories;
using NewsMonitor.Alerting.Subscriptions;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>
/// Turns tagged articles into alerts: one per topic and story. Everything that an article causes (story, alert, event, deliveries)
/// is one transaction, and every row has a key of its own, so a second run changes nothing.
/// </summary>
internal sealed class RaiseAlerts(AlertingDb db, StoryJoin stories, AlertSignal signal, TimeProvider time, ILogger<RaiseAlerts> logger)
{
    /// <summary>Stores what these articles call for.</summary>
    public async Task RaiseAsync(IReadOnlyList<TaggedArticle> articles, CancellationToken cancellationToken)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            // One instance at a time: all of them then agree on stories, and the ids of events commit in order.
            if (articles.Any(article => article.Topics.Any(topic => topic.Notifies)))
                await db.LockAsync("alerting", "stories", cancellationToken);
            var subscriptions = await db.Subscriptions.AsNoTracking().Where(subscription => subscription.Enabled).ToListAsync(cancellationToken);
            foreach (var article in articles)
            {
                var notifying = article.Topics.Where(topic => topic.Notifies).ToArray();
                if (notifying.Length == 0)
                    continue;
                var story = await stories.JoinAsync(article, cancellationToken);
                foreach (var topic in notifying)
                    await RaiseAsync(article, topic, story, subscriptions, cancellationToken);
            }
            await db.NotifyAsync(AlertSignal.Channel, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        signal.Raise();
    }

    private async Task RaiseAsync(TaggedArticle article, MatchedTopic topic, Guid story, List<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var candidate = new AlertRow { Id = Guid.CreateVersion7(now), TopicId = topic.Id, TopicName = topic.Name, StoryId = story, RaisedAt = now, UpdatedAt = now };
        var raised = await db.InsertIfAbsentAsync(candidate, cancellationToken);
        var alert = raised ? candidate : await db.Alerts.AsNoTracking().SingleAsync(row => row.TopicId == topic.Id && row.StoryId == story, cancellationToken);
        if (!await db.InsertIfAbsentAsync(article.ToRow(alert.Id, topic, now), cancellationToken))
            return;
        if (!raised)
            await db.Alerts.Where(row => row.Id == alert.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.UpdatedAt, now), cancellationToken);

        var articles = await db.AlertArticles.AsNoTracking().Where(row => row.AlertId == alert.Id).ToListAsync(cancellationToken);
        var after = alert.ToAlert(articles) with { UpdatedAt = now };
        db.Events.Add(new AlertEvent { AlertId = alert.Id, Kind = raised ? AlertEvent.Raised : AlertEvent.Updated, At = now, AlertJson = JsonSerializer.Serialize(after, JsonSettings.Web) });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();

        foreach (var subscription in subscriptions.Where(subscription => subscription.Wants(article, topic) && (raised || subscription.Updates)))
            await db.InsertIfAbsentAsync(AlertDelivery.Of(subscription, after, raised ? "new" : $"update:{articles.Count}", now), cancellationToken);
        if (raised)
            Log.AlertRaised(logger, alert.Id, topic.Id, article.Id);
        else
            Log.AlertUpdated(logger, alert.Id, topic.Id, article.Id);
    }
}
