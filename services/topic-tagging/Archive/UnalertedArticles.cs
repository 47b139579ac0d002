using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>The archived articles that alerting has not answered.</summary>
internal sealed class UnalertedArticles(TaggingDb db, IBus bus, TimeProvider time, ILogger<UnalertedArticles> logger) : IUnansweredRows
{
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(5);

    private IQueryable<ArchivedArticle> Unanswered =>
        db.Articles.AsNoTracking().Where(article => article.AlertedAt == null && article.FailedBecause == null);

    public async Task RepublishAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in UnansweredPages.ReadAsync(Unanswered, nameof(ArchivedArticle.TaggedAt), time.GetUtcNow(), cancellationToken))
            count += await PublishAsync(page, cancellationToken);
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var youngestAnswered = await db.Articles.Where(article => article.AlertedAt != null).MaxAsync(article => (DateTimeOffset?)article.TaggedAt, cancellationToken);
        if (SweepRule.LateBefore(youngestAnswered, now) is not { } taggedBefore)
            return;
        var sweptBefore = now - SweepRule.LateAfter;
        var late = await Unanswered
            .Where(article => article.TaggedAt <= taggedBefore && article.Sweeps < SweepRule.MaxSweeps && (article.SweptAt == null || article.SweptAt < sweptBefore))
            .OrderBy(article => article.TaggedAt).Take(Topology.MaxItems * 16).ToListAsync(cancellationToken);
        foreach (var article in late)
        {
            await db.Articles.Where(row => row.ArticleId == article.ArticleId && row.Version == article.Version)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Sweeps, row => row.Sweeps + 1).SetProperty(row => row.SweptAt, now), cancellationToken);
        }
        if (late.Count > 0)
            Log.Swept(logger, await PublishAsync(late, cancellationToken));
    }

    private async Task<int> PublishAsync(IReadOnlyList<ArchivedArticle> articles, CancellationToken cancellationToken)
    {
        foreach (var list in articles.Chunk(Topology.MaxItems))
            await bus.Publish(new ArticlesTagged([.. list.Select(article => article.ToTaggedArticle())]), cancellationToken).WaitAsync(ConfirmTimeout, cancellationToken);
        return articles.Count;
    }
}
