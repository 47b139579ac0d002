using Microsoft.Extensions.Options;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
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
    private readonly UnansweredTable<ArticleVersion> _versions = new(db, "ingest", nameof(ArticleVersion.ReceivedAt), nameof(ArticleVersion.TaggedAt));

    public string Stage => "ingest";

    public IReadOnlyList<string> QueuesToAnswer => [Topology.IngestedArticles, Topology.LanguageDetectedArticles, Topology.AnsweredArticles];

    public Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) => _versions.ReadBacklogAsync(cancellationToken);

    public async Task RepublishAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in _versions.ReadPagesAsync(time.GetUtcNow(), cancellationToken))
            count += await PublishAsync(page, cancellationToken);
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(bool queuesEmpty, CancellationToken cancellationToken)
    {
        var late = await _versions.ClaimLateAsync(queuesEmpty, time.GetUtcNow(), options.Value.LateAfter, cancellationToken);
        if (late.Count > 0)
            Log.Swept(logger, await PublishAsync(late, cancellationToken));
    }

    public async Task<int> RedriveAsync(int limit, CancellationToken cancellationToken) =>
        await PublishAsync(await _versions.ClaimFailedAsync(limit, cancellationToken), cancellationToken);

    private async Task<int> PublishAsync(IReadOnlyList<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        await Task.WhenAll(versions.Select(version => publisher.PublishAsync(version.ToIngestedArticle(), ConfirmedPublish.Timeout, cancellationToken)));
        return versions.Count;
    }
}
