using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>Notes that alerting has answered.</summary>
internal sealed class MarkAlertedConsumer(TaggingDb db, TimeProvider time) : IConsumer<ArticlesAlerted>
{
    public async Task Consume(ConsumeContext<ArticlesAlerted> context)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        // In the order of their keys: another instance may be marking some of the same rows.
        foreach (var article in context.Message.Items.OrderBy(item => item.Id).ThenBy(item => item.Version))
        {
            await db.Articles
                .Where(row => row.ArticleId == article.Id && row.Version == article.Version && row.AlertedAt == null)
                .ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.AlertedAt, now).SetProperty(row => row.FailedBecause, (string?)null),
                    context.CancellationToken);
        }
        await transaction.CommitAsync(context.CancellationToken);
    }
}
