using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>Tries a lexicon that is not live yet on the archive's last days and on the topics' own test texts.</summary>
internal sealed class LexiconPreview(TaggingDb db, ArchiveScan archive, LiveTopics live, TopicTexts texts, TimeProvider time)
{
    private const int Days = 7;
    private const int MaxArticles = 2_000;
    private const int MaxSamples = 10;

    public async Task<LexiconEffect> OfAsync(LexiconSnapshot candidate, CancellationToken cancellationToken)
    {
        var rows = await db.Topics.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var topics = rows.Select(row => (row.ReadDefinition(), row.Version)).ToList();
        var (before, after) = (live.Matcher, TopicMatcher.Compile(candidate, topics));
        var (count, now) = (0, time.GetUtcNow());
        var effects = new SortedDictionary<string, (List<string> Gained, List<string> Lost)>(StringComparer.Ordinal);
        await foreach (var page in archive.PagesAsync(now.AddDays(-Days), now, latestOnly: true, after: null, cancellationToken))
        {
            foreach (var article in page.Take(MaxArticles - count))
            {
                cancellationToken.ThrowIfCancellationRequested();
                count++;
                var input = article.ToInput();
                var (was, becomes) = (Notified(before, input), Notified(after, input));
                foreach (var id in becomes.Except(was)) Of(effects, id).Gained.Add(article.Title);
                foreach (var id in was.Except(becomes)) Of(effects, id).Lost.Add(article.Title);
            }

            if (count == MaxArticles) break;
        }

        var (broken, unknown) = await CheckTextsAsync(topics.ConvertAll(t => t.Item1), before, after, cancellationToken);
        var basis = string.Create(CultureInfo.InvariantCulture, $"{count} articles of the last {Days} days{(count == MaxArticles ? ", the latest only" : "")}");
        return new(
            basis,
            [.. effects.Select(e => new TopicEffect(e.Key, e.Value.Gained.Count, e.Value.Lost.Count, [.. e.Value.Gained.Take(MaxSamples)], [.. e.Value.Lost.Take(MaxSamples)]))],
            broken,
            unknown);
    }

    private async Task<(List<string> Broken, List<string> Unknown)> CheckTextsAsync(List<TopicDefinition> topics, TopicMatcher before, TopicMatcher after, CancellationToken cancellationToken)
    {
        var (broken, unknown) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        var unusable = before.Errors.Select(error => error.TopicId).ToHashSet(StringComparer.Ordinal);
        broken.AddRange(after.Errors.Where(error => !unusable.Contains(error.TopicId)).Select(error => $"{error.TopicId} could not be used any more: {error.Error.Message.TrimEnd('.')}"));
        foreach (var topic in topics.Where(t => t.Enabled))
        {
            foreach (var (name, must) in topic.MustMatch.Select(n => (n, true)).Concat(topic.MustNotMatch.Select(n => (n, false))))
            {
                if (await texts.FindAsync(name, cancellationToken) is not { } input) unknown.Add(name);
                // What was wrong before is no fault of this change.
                else if (Notified(before, input).Contains(topic.Id) == must && Notified(after, input).Contains(topic.Id) != must)
                    broken.Add($"{topic.Id} {(must ? "no longer matches" : "now matches")} {name}");
            }
        }

        return (broken, [.. unknown]);
    }

    private static HashSet<string> Notified(TopicMatcher matcher, MatchInput input) => [.. matcher.Match(input).Where(m => m.Notifies).Select(m => m.Id)];

    private static (List<string> Gained, List<string> Lost) Of(SortedDictionary<string, (List<string>, List<string>)> effects, string id) =>
        effects.TryGetValue(id, out var effect) ? effect : effects[id] = ([], []);
}
