namespace NewsMonitor.Ingest.Articles;

/// <summary>A submission that was found good: cleaned and identified, ready to be stored.</summary>
internal sealed record PreparedArticle(
    Guid Id,
    string ContentHash,
    string? Url,
    string? CanonicalUrl,
    string Title,
    string Text,
    string Source,
    string? Author,
    string? DeclaredLanguage,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<string> Tags);
