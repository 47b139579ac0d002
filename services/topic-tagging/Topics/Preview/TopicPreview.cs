using System.Globalization;
using Microsoft.Extensions.Options;
using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics.Examples;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary>Tries a topic that is not saved on the archive: what it finds, what changes against the saved version, what it costs.</summary>
internal sealed class TopicPreview(TopicStore store, ArchiveScan archive, TopicTrial trial, LiveTopics live, IOptions<PreviewOptions> options, TimeProvider time)
{
    // No id that a topic can have.
    private const string Saved = " saved";

    /// <summary>Runs the preview.</summary>
    /// <param name="topic">The topic, sound by itself.</param>
    /// <param name="days">How far back.</param>
    /// <param name="samples">How many articles to show of each kind.</param>
    /// <param name="cancellationToken">Ends it; the caller has gone.</param>
    /// <returns>The report, or the errors of references to other topics.</returns>
    public async Task<(PreviewReport? Report, IReadOnlyList<TopicError> Errors)> RunAsync(TopicDefinition topic, int days, int samples, CancellationToken cancellationToken)
    {
        var saved = await store.FindAsync(topic.Id, cancellationToken);
        var matcher = Compile(topic, saved?.ToDefinition(), await store.DefinitionsAsync(cancellationToken));
        if (matcher.Errors.Where(error => error.TopicId == topic.Id).Select(error => error.Error).ToList() is { Count: > 0 } errors)
            return (null, errors);
        var (tally, cut, spent) = await ScanAsync(matcher, topic.Id, days, samples, cancellationToken);
        var now = time.GetUtcNow();
        var basis = PreviewBasis.Of(tally.Languages, tally.Oldest, now, days, await archive.HasBeforeAsync(now.AddDays(-days), cancellationToken), cut);
        var query = QueryParser.Parse(topic.Match);
        var cost = QueryCost.Of(query);
        var tests = await trial.RunAsync([topic], removed: null, cancellationToken);
        return (new PreviewReport(
            basis,
            tally.Hits,
            basis.NoRateReason is null ? new PreviewRate(Rate(tally.Hits.Alerting, basis), Rate(tally.Hits.Total, basis)) : null,
            basis.NoRateReason,
            tally.ByLanguage,
            [.. tally.Samples.Select(sample => Sample(matcher, topic.Id, sample))],
            saved is null ? null : new PreviewDifference(saved.Version, tally.SavedHits, tally.Gained, tally.Lost, [.. tally.GainedSamples.Select(sample => Sample(matcher, topic.Id, sample))], [.. tally.LostSamples.Select(sample => Sample(matcher, topic.Id, sample))]),
            new PreviewCost(cost.Total, cost.EveryArticle, tally.Articles == 0 ? null : Math.Round(spent.TotalMilliseconds * 1000 / tally.Articles, 1)),
            new QueryCoverage(live.Lexicon).Lines(query),
            tests.Examples,
            QueryLint.Check(query)), []);
    }

    // Both versions in one matcher, so that each text is read once. The others only answer topic: references.
    private TopicMatcher Compile(TopicDefinition topic, TopicDefinition? saved, IReadOnlyList<TopicDefinition> stored) => TopicMatcher.Compile(
        live.Lexicon,
        [
            .. stored.Where(other => other.Id != topic.Id).Select(other => (other with { Enabled = false }, 1)),
            (topic with { Enabled = true }, 1),
            .. saved is null ? Array.Empty<(TopicDefinition, int)>() : [(saved with { Id = Saved, Enabled = true }, 1)],
        ]);

    private async Task<(PreviewTally Tally, string? Cut, TimeSpan Spent)> ScanAsync(TopicMatcher matcher, string id, int days, int samples, CancellationToken cancellationToken)
    {
        var (tally, spent, start) = (new PreviewTally(samples), TimeSpan.Zero, time.GetTimestamp());
        var now = time.GetUtcNow();
        await foreach (var page in archive.PagesAsync(now.AddDays(-days), now, latestOnly: true, after: null, cancellationToken))
        {
            foreach (var article in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (tally.Articles >= options.Value.MaxArticles) return (tally, Cut(tally, "which is the most of one preview"), spent);
                if (time.GetElapsedTime(start) > options.Value.MaxTime) return (tally, Cut(tally, string.Create(CultureInfo.InvariantCulture, $"read in the {options.Value.MaxTime.TotalSeconds:0.###} seconds of one preview")), spent);
                var before = time.GetTimestamp();
                var matches = matcher.Match(article.ToInput());
                spent += time.GetElapsedTime(before);
                tally.Add(article, matches.FirstOrDefault(match => match.Id == id), matches.FirstOrDefault(match => match.Id == Saved));
            }
        }

        return (tally, null, spent);
    }

    private static string Cut(PreviewTally tally, string why) => string.Create(CultureInfo.InvariantCulture, $"the newest {tally.Articles:N0} articles only, {why}");

    private static double Rate(int hits, PreviewBasis basis) => Math.Round(hits / basis.Days, 2);

    private static PreviewSample Sample(TopicMatcher matcher, string id, (ArchivedText Article, MatchedTopic? Match) sample)
    {
        var (article, match) = sample;
        return new PreviewSample(
            article.ArticleId, article.Version, article.Title, article.Source, article.Url, article.Language, article.PublishedAt, article.ReceivedAt,
            match?.Level, match?.Notifies == true, match?.Score, match?.Passages ?? [], matcher.Explain(article.ToInput()).FirstOrDefault(one => one.TopicId == id));
    }
}
