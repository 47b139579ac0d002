using MassTransit;
using Microsoft.Extensions.Options;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>The archived articles that alerting has not answered.</summary>
internal sealed class UnalertedArticles(TaggingDb db, IBus bus, IOptions<SweepOptions> options, TimeProvider time, ILogger<UnalertedArticles> logger) : IUnansweredRows
{
    private readonly UnansweredTable<ArchivedArticle> _articles = new(db, "tagging", nameof(ArchivedArticle.TaggedAt), nameof(ArchivedArticle.AlertedAt));

    public string Stage => "topic-tagging";

    public IReadOnlyList<string> QueuesToAnswer => [Topology.TaggedArticles, Topology.AlertedArticles];

    public Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) => _articles.ReadBacklogAsync(cancellationToken);

    public async Task RepublishAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in _articles.ReadPagesAsync(time.GetUtcNow(), cancellationToken))
            count += await PublishAsync(page, cancellationToken);
        if (count > 0)
            Log.Republished(logger, count);
    }

    public async Task SweepAsync(bool queuesEmpty, CancellationToken cancellationToken)
    {
        var late = await _articles.ClaimLateAsync(queuesEmpty, time.GetUtcNow(), options.Value.LateAfter, cancellationToken);
        if (late.Count > 0)
            Log.Swept(logger, await PublishAsync(late, cancellationToken));
    }

    public async Task<int> RedriveAsync(int limit, CancellationToken cancellationToken) =>
        await PublishAsync(await _articles.ClaimFailedAsync(limit, cancellationToken), cancellationToken);

    private async Task<int> PublishAsync(IReadOnlyList<ArchivedArticle> articles, CancellationToken cancellationToken)
    {
        foreach (var list in articles.Chunk(Topology.MaxItems))
            await bus.PublishConfirmedAsync(new ArticlesTagged([.. list.Select(article => article.ToTaggedArticle())]), cancellationToken);
        return articles.Count;
    }
}
