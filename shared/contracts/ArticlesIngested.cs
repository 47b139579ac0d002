namespace NewsMonitor.Contracts;

/// <summary>Articles were accepted and stored. Published by ingest; consumed by language-detection.</summary>
/// <param name="Items">1 to 64 articles, at most 1 MiB together unless a single article is larger.</param>
public sealed record ArticlesIngested(IReadOnlyList<IngestedArticle> Items);

/// <summary>One version of an article, cleaned and identified.</summary>
/// <param name="Id">UUIDv5 of the canonical URL, or of source and content hash where there is no URL.</param>
/// <param name="Version">Number of this text among the article's texts, from 1.</param>
/// <param name="ContentHash">SHA-256 of the cleaned title and text, in lower-case hexadecimal.</param>
/// <param name="Title">Cleaned headline; may be empty.</param>
/// <param name="Text">Cleaned body, paragraphs divided by an empty line; empty when headline-only.</param>
/// <param name="Source">The outlet.</param>
/// <param name="Url">The address as submitted, if any.</param>
/// <param name="Author">The author, if known.</param>
/// <param name="DeclaredLanguage">The language that the source declares, as a BCP-47 tag, if any.</param>
/// <param name="PublishedAt">When the outlet published it, if known.</param>
/// <param name="ReceivedAt">When ingest first stored this version.</param>
/// <param name="Tags">Free labels of the submitter.</param>
public sealed record IngestedArticle(
    Guid Id,
    int Version,
    string ContentHash,
    string Title,
    string Text,
    string Source,
    string? Url,
    string? Author,
    string? DeclaredLanguage,
    DateTimeOffset? PublishedAt,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<string> Tags);
