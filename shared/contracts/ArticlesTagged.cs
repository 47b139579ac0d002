namespace NewsMonitor.Contracts;

/// <summary>Topics were assigned. Published by topic-tagging; consumed by ingest and alerting.</summary>
/// <param name="Items">1 to 64 articles, without their text.</param>
public sealed record ArticlesTagged(IReadOnlyList<TaggedArticle> Items);

/// <summary>An article with its topics, possibly none.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version that was tagged.</param>
/// <param name="ContentHash">SHA-256 of the cleaned title and text.</param>
/// <param name="Title">The headline.</param>
/// <param name="Source">The outlet.</param>
/// <param name="Url">The address, if any.</param>
/// <param name="Language">The language found.</param>
/// <param name="PublishedAt">When the outlet published it, if known.</param>
/// <param name="ReceivedAt">When ingest first stored this version.</param>
/// <param name="TaggedAt">When the stored result was made.</param>
/// <param name="Topics">The topics that match, best first.</param>
public sealed record TaggedArticle(
    Guid Id,
    int Version,
    string ContentHash,
    string Title,
    string Source,
    string? Url,
    DetectedLanguage Language,
    DateTimeOffset? PublishedAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset TaggedAt,
    IReadOnlyList<MatchedTopic> Topics);
