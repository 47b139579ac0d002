using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Telemetry;
using NewsMonitor.Ingest.Storage;
using Article = NewsMonitor.Ingest.Storage.Article;
using ArticleVersion = NewsMonitor.Ingest.Storage.ArticleVersion;

namespace NewsMonitor.Ingest.Articles;

/// <summary>
/// The one way in, for HTTP, the pollers and the bus. It stores the article, and publishes whenever that version is not yet
/// marked tagged, whoever sent it and however often; so nothing needs to tell a redelivery from a resubmission.
/// </summary>
internal sealed class AcceptArticle(IngestDb db, ListPublisher<ArticlesIngested, IngestedArticle> publisher, TimeProvider time, ILogger<AcceptArticle> logger)
{
    // However long storing took, the broker has a chance to confirm.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Accepts submissions, in one transaction, and waits for the broker's confirm.</summary>
    /// <param name="submissions">1 to 64 submissions.</param>
    /// <param name="cancellationToken">Ends the wait; what is committed stays.</param>
    /// <returns>An outcome for each submission, in their order.</returns>
    /// <exception cref="BrokerUnavailableException">The broker did not confirm in time. The rows stay and are published later: a retry is harmless.</exception>
    public async Task<IReadOnlyList<SubmissionOutcome>> AcceptAsync(IReadOnlyList<ArticleSubmitted> submissions, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        // Checked and cleaned before the transaction, so that a large page does not hold up other writers.
        var now = time.GetUtcNow();
        var checks = submissions.Select(submission => (Article: SubmissionCheck.Prepare(submission, now, out var errors), Errors: errors)).ToArray();
        var outcomes = new SubmissionOutcome[submissions.Count];
        var waiting = new List<IngestedArticle>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            // In the order of their ids: two instances that store the same articles in other orders would block each other.
            foreach (var index in Enumerable.Range(0, submissions.Count).OrderBy(index => checks[index].Article?.Id))
            {
                var (prepared, errors) = checks[index];
                if (prepared is null)
                {
                    await StoreRefusalAsync(submissions[index], errors, cancellationToken);
                    outcomes[index] = new SubmissionOutcome(SubmissionResults.Refused(errors), errors);
                    continue;
                }
                var version = await StoreAsync(prepared, cancellationToken);
                var duplicate = version.TaggedAt is not null;
                if (!duplicate)
                    waiting.Add(version.ToIngestedArticle());
                outcomes[index] = new SubmissionOutcome(SubmissionResults.Accepted(version, duplicate), errors);
                Log.ArticleAccepted(logger, version.ArticleId, version.Number, duplicate);
            }
            await transaction.CommitAsync(cancellationToken);
        }
        foreach (var outcome in outcomes)
            PipelineMetrics.ArticleSubmitted(!outcome.Result.Accepted ? "refused" : outcome.Result.Duplicate ? "duplicate" : "accepted");
        // Callers were promised an answer in time: what storing has taken is no longer there for the broker.
        var left = ConfirmedPublish.Timeout - time.GetElapsedTime(started);
        var within = left > ShortestWait ? left : ShortestWait;
        await Task.WhenAll(waiting.Select(article => publisher.PublishAsync(article, within, cancellationToken)));
        return outcomes;
    }

    /// <summary>Keeps the reason why a body was refused that is not even an article.</summary>
    public Task RefuseAsync(string error, CancellationToken cancellationToken)
    {
        var errors = new SubmissionErrors();
        errors.Add("body", error);
        PipelineMetrics.ArticleSubmitted("refused");
        return StoreRefusalAsync(new ArticleSubmitted(), errors, cancellationToken);
    }

    private async Task<ArticleVersion> StoreAsync(PreparedArticle prepared, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.InsertIfAbsentAsync(new Article { Id = prepared.Id, CanonicalUrl = prepared.CanonicalUrl, FirstSeenAt = now }, cancellationToken);
        await CountSightingAsync(prepared, now, cancellationToken);
        while (true)
        {
            var known = await db.Versions.AsNoTracking()
                .SingleOrDefaultAsync(version => version.ArticleId == prepared.Id && version.ContentHash == prepared.ContentHash, cancellationToken);
            if (known is not null)
                return known;
            var latest = await db.Versions.Where(version => version.ArticleId == prepared.Id).MaxAsync(version => (int?)version.Number, cancellationToken);
            var added = prepared.ToVersion((latest ?? 0) + 1, now, Pipeline.CurrentTraceParent);
            if (await db.InsertIfAbsentAsync(added, cancellationToken))
                return added;
            // Another instance has just stored this text, or another text under this number: look again.
        }
    }

    private async Task CountSightingAsync(PreparedArticle prepared, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = new Sighting { ArticleId = prepared.Id, Source = prepared.Source, FirstSeenAt = now, LastSeenAt = now, Count = 1 };
        if (await db.InsertIfAbsentAsync(first, cancellationToken))
            return;
        await db.Sightings
            .Where(sighting => sighting.ArticleId == prepared.Id && sighting.Source == prepared.Source)
            .ExecuteUpdateAsync(update => update.SetProperty(sighting => sighting.Count, sighting => sighting.Count + 1).SetProperty(sighting => sighting.LastSeenAt, now), cancellationToken);
    }

    private Task StoreRefusalAsync(ArticleSubmitted submission, SubmissionErrors errors, CancellationToken cancellationToken) =>
        db.InsertIfAbsentAsync(
            new Refusal
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                At = time.GetUtcNow(),
                Url = Printable(submission.Url, ArticleLimits.UrlLength),
                Title = Printable(submission.Title, ArticleLimits.TitleLength),
                Because = Printable(string.Join('\n', errors.Sentences), 2000)!,
            },
            cancellationToken);

    // What was refused may hold what no database stores.
    private static string? Printable(string? value, int length) => value is null
        ? null
        : new string([.. value.Take(length).Select(character => character == '\0' || char.IsSurrogate(character) ? '\uFFFD' : character)]);
}
