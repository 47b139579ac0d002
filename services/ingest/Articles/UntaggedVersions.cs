using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Ingest.Storage;
using ArticleVersion = NewsMonitor.Ingest.Storage.ArticleVersion;

namespace NewsMonitor.Ingest.Articles;

/// <summary>The versions that topic-tagging has not answered.</summary>
internal sealed class UntaggedVersions(
    IngestDb db,
    ListPublisher<ArticlesIngested, IngestedArticle> publisher,
    IOptions<SweepOptions> options,
    TimeProvider time,
    ILogger<UntaggedVersions> logger) : IUnansweredRows
{
    /// <summary>How long refusals are kept for whoever asks.</summary>
    private static readonly TimeSpan RefusalRetention = TimeSpan.FromDays(14);

    private static readonly Expression<Func<ArticleVersion, bool>> IsUnanswered = version => version.TaggedAt == null && version.FailedBecause == null;

    public string Stage => "ingest";

    public IReadOnlyList<string> QueuesToAnswer => [Topology.IngestedArticles, Topology.LanguageDetectedArticles, Topology.AnsweredArticles];

    private IQueryable<ArticleVersion> Unanswered => db.Versions.AsNoTracking().Where(IsUnanswered);

    private IQueryable<ArticleVersion> Failed => db.Versions.AsNoTracking().Where(version => version.TaggedAt == null && version.FailedBecause != null);

    public async Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) => new(
        await Unanswered.CountAsync(cancellationToken),
        await Unanswered.MinAsync(version => (DateTimeOffset?)version.ReceivedAt, cancellationToken),
        await Unanswered.CountAsync(version => version.Sweeps >= SweepRule.MaxSweeps, cancellationToken),
        await Failed.CountAsync(cancellationToken));

    public async Task RepublishAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in UnansweredPages.ReadAsync(Unanswered, nameof(ArticleVersion.ReceivedAt), time.GetUtcNow(), cancellationToken))
            count += await PublishAsync(page, cancellationToken);
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(bool queuesEmpty, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = new List<ArticleVersion>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (!await db.TryLockAsync("ingest", "sweep", cancellationToken))
                return;
            await db.Refusals.Where(refusal => refusal.At < now - RefusalRetention).ExecuteDeleteAsync(cancellationToken);
            var youngestAnswered = await db.Versions.Where(version => version.TaggedAt != null).MaxAsync(version => (DateTimeOffset?)version.ReceivedAt, cancellationToken);
            if (SweepRule.LateBefore(youngestAnswered, queuesEmpty, now, options.Value.LateAfter) is { } receivedBefore)
                late = await MarkLateAsync(receivedBefore, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        if (late.Count > 0)
            Log.Swept(logger, await PublishAsync(late, cancellationToken));
    }

    public async Task<int> RedriveAsync(int limit, CancellationToken cancellationToken)
    {
        var failed = await Failed.OrderBy(version => version.ReceivedAt).Take(limit).ToListAsync(cancellationToken);
        foreach (var version in failed)
        {
            await db.Versions.Where(row => row.ArticleId == version.ArticleId && row.Number == version.Number && row.TaggedAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.FailedBecause, (string?)null), cancellationToken);
        }
        return await PublishAsync(failed, cancellationToken);
    }

    private async Task<List<ArticleVersion>> MarkLateAsync(DateTimeOffset receivedBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sweptBefore = now - options.Value.LateAfter;
        var late = await Unanswered
            .Where(version => version.ReceivedAt <= receivedBefore && version.Sweeps < SweepRule.MaxSweeps && (version.SweptAt == null || version.SweptAt < sweptBefore))
            .OrderBy(version => version.ReceivedAt).Take(Topology.MaxItems * 16).ToListAsync(cancellationToken);
        foreach (var version in late)
        {
            await db.Versions.Where(row => row.ArticleId == version.ArticleId && row.Number == version.Number)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Sweeps, row => row.Sweeps + 1).SetProperty(row => row.SweptAt, now), cancellationToken);
        }
        return late;
    }

    private async Task<int> PublishAsync(IReadOnlyList<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        await Task.WhenAll(versions.Select(version => publisher.PublishAsync(version.ToIngestedArticle(), cancellationToken)));
        return versions.Count;
    }
}
