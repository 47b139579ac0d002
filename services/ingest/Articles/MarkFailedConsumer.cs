using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Notes that a later stage has given up on articles, so that no sweep sends them round again; only a redrive does.</summary>
internal sealed class MarkFailedConsumer(IngestDb db, ILogger<MarkFailedConsumer> logger)
    : IConsumer<Fault<ArticlesIngested>>, IConsumer<Fault<ArticleLanguagesDetected>>
{
    public Task Consume(ConsumeContext<Fault<ArticlesIngested>> context) =>
        MarkAsync(context.Message.Message.Items, "language detection", context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<Fault<ArticleLanguagesDetected>> context) =>
        MarkAsync(context.Message.Message.Items.Select(item => item.Article), "topic tagging", context.Message, context.CancellationToken);

    private async Task MarkAsync(IEnumerable<IngestedArticle> articles, string stage, Fault fault, CancellationToken cancellationToken)
    {
        var cause = fault.Exceptions.FirstOrDefault();
        var reason = $"{stage}: {cause?.ExceptionType}: {cause?.Message}";
        foreach (var article in articles)
        {
            await db.Versions
                .Where(version => version.ArticleId == article.Id && version.Number == article.Version && version.TaggedAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(version => version.FailedBecause, reason), cancellationToken);
            Log.ArticleFailed(logger, article.Id, article.Version, reason);
        }
    }
}
