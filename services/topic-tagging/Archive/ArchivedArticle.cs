using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>A version of an article with what it was tagged with: the long-term store. The row is the outbox until alerting has answered.</summary>
internal sealed class ArchivedArticle
{
    public Guid ArticleId { get; init; }

    public int Version { get; init; }

    public required string ContentHash { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string Source { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    /// <summary>BCP-47 tag of the language found.</summary>
    public required string Language { get; init; }

    /// <summary>The <see cref="DetectedLanguage"/> as JSON.</summary>
    public required string LanguageJson { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset TaggedAt { get; init; }

    public required List<string> Tags { get; init; }

    /// <summary>The list of <see cref="MatchedTopic"/> as JSON.</summary>
    public required string TopicsJson { get; init; }

    /// <summary>The lexicon that the article was matched with.</summary>
    public required string LexiconVersion { get; init; }

    /// <summary>When alerting answered; null while it has not.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>Why alerting gave up on it; such a row is not swept.</summary>
    public string? FailedBecause { get; init; }

    public int Sweeps { get; init; }

    public DateTimeOffset? SweptAt { get; init; }

    public static ArchivedArticle Of(LanguageDetectedArticle item, IReadOnlyList<MatchedTopic> topics, string lexiconVersion, DateTimeOffset taggedAt) => new()
    {
        ArticleId = item.Article.Id,
        Version = item.Article.Version,
        ContentHash = item.Article.ContentHash,
        Title = item.Article.Title,
        Text = item.Article.Text,
        Source = item.Article.Source,
        Url = item.Article.Url,
        Author = item.Article.Author,
        Language = item.Language.Tag,
        LanguageJson = JsonSerializer.Serialize(item.Language, JsonSettings.Web),
        PublishedAt = item.Article.PublishedAt,
        ReceivedAt = item.Article.ReceivedAt,
        TaggedAt = taggedAt,
        Tags = [.. item.Article.Tags],
        TopicsJson = JsonSerializer.Serialize(topics, JsonSettings.Web),
        LexiconVersion = lexiconVersion,
    };

    public IReadOnlyList<MatchedTopic> ReadTopics() => JsonSerializer.Deserialize<List<MatchedTopic>>(TopicsJson, JsonSettings.Web)!;

    public DetectedLanguage ReadLanguage() => JsonSerializer.Deserialize<DetectedLanguage>(LanguageJson, JsonSettings.Web)!;

    /// <summary>What the matcher saw of it.</summary>
    public MatchInput ToInput() => new(Title, Text, PlausibleLanguages.Of(ReadLanguage()), Source, Url, Tags);

    public TaggedArticle ToTaggedArticle() =>
        new(ArticleId, Version, ContentHash, Title, Source, Url, ReadLanguage(), PublishedAt, ReceivedAt, TaggedAt, ReadTopics());
}

/// <summary>A topic of an archived article, for searching.</summary>
internal sealed class ArticleTopic
{
    public Guid ArticleId { get; init; }

    public int Version { get; init; }

    public required string TopicId { get; init; }

    public TopicLevel Level { get; init; }

    public double Score { get; init; }

    /// <summary>
    /// The <see cref="MatchedTopic"/> as JSON when a backfill found it: history. It stands here and not in <see cref="ArchivedArticle.TopicsJson"/>
    /// because that is what goes to alerting, again when the answer is late, and history alerts nobody.
    /// </summary>
    public string? HistoryJson { get; init; }

    public MatchedTopic? ReadHistory() => HistoryJson is null ? null : JsonSerializer.Deserialize<MatchedTopic>(HistoryJson, JsonSettings.Web);
}
