using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Ingest.Storage;
using ArticleVersion = NewsMonitor.Ingest.Storage.ArticleVersion;

namespace NewsMonitor.Ingest.Articles;

/// <summary>The versions that topic-tagging has not answered.</summary>
internal sealed class UntaggedVersions(
    IngestDb db,
    ListPublisher<ArticlesIngested, IngestedArticle> publisher,
    TimeProvider time,
    ILogger<UntaggedVersions> logger) : IUnansweredRows
{
    /// <summary>How long refusals are kept for whoever asks.</summary>
    private static readonly TimeSpan RefusalRetention = TimeSpan.FromDays(14);

    private IQueryable<ArticleVersion> Unanswered =>
        db.Versions.AsNoTracking().Where(version => version.TaggedAt == null && version.FailedBecause == null);

    public async Task RepublishAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in UnansweredPages.ReadAsync(Unanswered, nameof(ArticleVersion.ReceivedAt), time.GetUtcNow(), cancellationToken))
            count += await PublishAsync(page, cancellationToken);
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Refusals.Where(refusal => refusal.At < now - RefusalRetention).ExecuteDeleteAsync(cancellationToken);
        var youngestAnswered = await db.Versions.Where(version => version.TaggedAt != null).MaxAsync(version => (DateTimeOffset?)version.ReceivedAt, cancellationToken);
        if (SweepRule.LateBefore(youngestAnswered, now) is not { } receivedBefore)
            return;
        var sweptBefore = now - SweepRule.LateAfter;
        var late = await Unanswered
            .Where(version => version.ReceivedAt <= receivedBefore && version.Sweeps < SweepRule.MaxSweeps && (version.SweptAt == null || version.SweptAt < sweptBefore))
            .OrderBy(version => version.ReceivedAt).Take(Topology.MaxItems * 16).ToListAsync(cancellationToken);
        foreach (var version in late)
        {
            await db.Versions.Where(row => row.ArticleId == version.ArticleId && row.Number == version.Number)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Sweeps, row => row.Sweeps + 1).SetProperty(row => row.SweptAt, now), cancellationToken);
        }
        if (late.Count > 0)
            Log.Swept(logger, await PublishAsync(late, cancellationToken));
    }

    private async Task<int> PublishAsync(IReadOnlyList<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        await Task.WhenAll(versions.Select(version => publisher.PublishAsync(version.ToIngestedArticle(), cancellationToken)));
        return versions.Count;
    }
}
