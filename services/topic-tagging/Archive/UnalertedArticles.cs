using System.Linq.Expressions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>The archived articles that alerting has not answered.</summary>
internal sealed class UnalertedArticles(TaggingDb db, IBus bus, IOptions<SweepOptions> options, TimeProvider time, ILogger<UnalertedArticles> logger) : IUnansweredRows
{
    private static readonly Expression<Func<ArchivedArticle, bool>> IsUnanswered = article => article.AlertedAt == null && article.FailedBecause == null;

    public string Stage => "topic-tagging";

    public IReadOnlyList<string> QueuesToAnswer => [Topology.TaggedArticles, Topology.AlertedArticles];

    private IQueryable<ArchivedArticle> Unanswered => db.Articles.AsNoTracking().Where(IsUnanswered);

    private IQueryable<ArchivedArticle> Failed => db.Articles.AsNoTracking().Where(article => article.AlertedAt == null && article.FailedBecause != null);

    public async Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) => new(
        await Unanswered.CountAsync(cancellationToken),
        await Unanswered.MinAsync(article => (DateTimeOffset?)article.TaggedAt, cancellationToken),
        await Unanswered.CountAsync(article => article.Sweeps >= SweepRule.MaxSweeps, cancellationToken),
        await Failed.CountAsync(cancellationToken));

    public async Task RepublishAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in UnansweredPages.ReadAsync(Unanswered, nameof(ArchivedArticle.TaggedAt), time.GetUtcNow(), cancellationToken))
            count += await PublishAsync(page, cancellationToken);
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(bool queuesEmpty, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = new List<ArchivedArticle>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (!await db.TryLockAsync("tagging", "sweep", cancellationToken))
                return;
            var youngestAnswered = await db.Articles.Where(article => article.AlertedAt != null).MaxAsync(article => (DateTimeOffset?)article.TaggedAt, cancellationToken);
            if (SweepRule.LateBefore(youngestAnswered, queuesEmpty, now, options.Value.LateAfter) is { } taggedBefore)
                late = await MarkLateAsync(taggedBefore, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        if (late.Count > 0)
            Log.Swept(logger, await PublishAsync(late, cancellationToken));
    }

    public async Task<int> RedriveAsync(int limit, CancellationToken cancellationToken)
    {
        var failed = await Failed.OrderBy(article => article.TaggedAt).Take(limit).ToListAsync(cancellationToken);
        foreach (var article in failed)
        {
            await db.Articles.Where(row => row.ArticleId == article.ArticleId && row.Version == article.Version && row.AlertedAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.FailedBecause, (string?)null), cancellationToken);
        }
        return await PublishAsync(failed, cancellationToken);
    }

    private async Task<List<ArchivedArticle>> MarkLateAsync(DateTimeOffset taggedBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sweptBefore = now - options.Value.LateAfter;
        var late = await Unanswered
            .Where(article => article.TaggedAt <= taggedBefore && article.Sweeps < SweepRule.MaxSweeps && (article.SweptAt == null || article.SweptAt < sweptBefore))
            .OrderBy(article => article.TaggedAt).Take(Topology.MaxItems * 16).ToListAsync(cancellationToken);
        foreach (var article in late)
        {
            await db.Articles.Where(row => row.ArticleId == article.ArticleId && row.Version == article.Version)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Sweeps, row => row.Sweeps + 1).SetProperty(row => row.SweptAt, now), cancellationToken);
        }
        return late;
    }

    private async Task<int> PublishAsync(IReadOnlyList<ArchivedArticle> articles, CancellationToken cancellationToken)
    {
        foreach (var list in articles.Chunk(Topology.MaxItems))
            await bus.PublishConfirmedAsync(new ArticlesTagged([.. list.Select(article => article.ToTaggedArticle())]), cancellationToken);
        return articles.Count;
    }
}
