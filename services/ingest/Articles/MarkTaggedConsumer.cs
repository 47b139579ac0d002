using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Notes that topic-tagging has answered, and drops the text that it archives.</summary>
internal sealed class MarkTaggedConsumer(IngestDb db) : IConsumer<ArticlesTagged>
{
    public async Task Consume(ConsumeContext<ArticlesTagged> context)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        // In the order of their keys: another instance may be marking some of the same rows.
        foreach (var article in context.Message.Items.OrderBy(item => item.Id).ThenBy(item => item.Version))
        {
            await db.Versions
                .Where(version => version.ArticleId == article.Id && version.Number == article.Version && version.TaggedAt == null)
                .ExecuteUpdateAsync(
                    update => update
                        .SetProperty(version => version.TaggedAt, article.TaggedAt)
                        .SetProperty(version => version.FailedBecause, (string?)null)
                        .SetProperty(version => version.Text, (string?)null),
                    context.CancellationToken);
        }
        await transaction.CommitAsync(context.CancellationToken);
    }
}
