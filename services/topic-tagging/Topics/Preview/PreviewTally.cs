using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Archive;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary>Counts a scan, and keeps few enough articles that its memory does not grow with the archive.</summary>
/// <param name="samples">How many articles to keep of each kind.</param>
internal sealed class PreviewTally(int samples)
{
    private readonly Dictionary<string, (int Articles, int Alerting, int Hits)> _languages = new(StringComparer.Ordinal);
    private readonly List<(ArchivedText, MatchedTopic?)> _alerting = [];
    private readonly List<(ArchivedText, MatchedTopic?)> _quiet = [];
    private readonly List<(ArchivedText, MatchedTopic?)> _gained = [];
    private readonly List<(ArchivedText, MatchedTopic?)> _lost = [];

    public int Articles { get; private set; }

    public DateTimeOffset? Oldest { get; private set; }

    public PreviewHits Hits { get; private set; } = new(0, 0, 0, 0);

    public PreviewHits SavedHits { get; private set; } = new(0, 0, 0, 0);

    public int Gained { get; private set; }

    public int Lost { get; private set; }

    public IReadOnlyDictionary<string, int> Languages => _languages.ToDictionary(language => language.Key, language => language.Value.Articles);

    public IReadOnlyList<PreviewLanguage> ByLanguage =>
        [.. _languages.OrderByDescending(language => language.Value.Articles).ThenBy(language => language.Key, StringComparer.Ordinal).Select(language => new PreviewLanguage(language.Key, language.Value.Articles, language.Value.Alerting, language.Value.Hits))];

    /// <summary>What would alert first.</summary>
    public IEnumerable<(ArchivedText Article, MatchedTopic? Match)> Samples => _alerting.Concat(_quiet).Take(samples);

    public IReadOnlyList<(ArchivedText Article, MatchedTopic? Match)> GainedSamples => _gained;

    public IReadOnlyList<(ArchivedText Article, MatchedTopic? Match)> LostSamples => _lost;

    /// <summary>Counts an article; they come the newest first.</summary>
    /// <param name="article">The article.</param>
    /// <param name="match">How the previewed topic matches it.</param>
    /// <param name="saved">How the saved one does.</param>
    public void Add(ArchivedText article, MatchedTopic? match, MatchedTopic? saved)
    {
        Articles++;
        Oldest = article.ReceivedAt;
        var alerts = match?.Notifies == true;
        var (articles, alerting, hits) = _languages.GetValueOrDefault(article.Language);
        _languages[article.Language] = (articles + 1, alerting + (alerts ? 1 : 0), hits + (match is null ? 0 : 1));
        (Hits, SavedHits) = (Count(Hits, match), Count(SavedHits, saved));
        if (match is not null) Keep(alerts ? _alerting : _quiet, article, match);
        if (alerts == (saved?.Notifies == true)) return;
        if (alerts) Gained++;
        else Lost++;
        Keep(alerts ? _gained : _lost, article, match);
    }

    private static PreviewHits Count(PreviewHits hits, MatchedTopic? match) => match is null
        ? hits
        : new PreviewHits(
            hits.Alerting + (match.Notifies ? 1 : 0),
            hits.Main + (match.Level == TopicLevel.Main ? 1 : 0),
            hits.Substantial + (match.Level == TopicLevel.Substantial ? 1 : 0),
            hits.Mention + (match.Level == TopicLevel.Mention ? 1 : 0));

    private void Keep(List<(ArchivedText, MatchedTopic?)> list, ArchivedText article, MatchedTopic? match)
    {
        if (list.Count < samples) list.Add((article, match));
    }
}
