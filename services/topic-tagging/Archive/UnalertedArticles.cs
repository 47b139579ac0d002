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
        var start = time.GetUtcNow();
        var after = DateTimeOffset.MinValue;
        var count = 0;
        while (true)
        {
            var from = after;
            var page = await Unanswered.Where(article => article.TaggedAt > from && article.TaggedAt < start)
                .OrderBy(article => article.TaggedAt).Take(Topology.MaxItems).ToListAsync(cancellationToken);
            if (page.Count == 0)
                break;
            // Rows of one list may share their time: take all of the last moment.
            after = page[^1].TaggedAt;
            var rest = await Unanswered.Where(article => article.TaggedAt == after).ToListAsync(cancellationToken);
            count += await PublishAsync([.. page.Where(article => article.TaggedAt < after), .. rest], cancellationToken);
        }
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var youngestAnswered = await db.Articles.Where(article => article.AlertedAt != null).MaxAsync(article => (DateTimeOffset?)article.TaggedAt, cancellationToken);
        if (youngestAnswered is null)
            return;
        var sweptBefore = now - SweepRule.LateAfter;
        var taggedBefore = youngestAnswered.Value - SweepRule.Overtaken < sweptBefore ? youngestAnswered.Value - SweepRule.Overtaken : sweptBefore;
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
