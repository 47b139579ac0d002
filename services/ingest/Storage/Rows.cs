namespace NewsMonitor.Ingest.Storage;

/// <summary>An article, whatever its text at the time.</summary>
internal sealed class Article
{
    public Guid Id { get; init; }

    public string? CanonicalUrl { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>One text of an article. The row is the outbox: it is published until the pipeline has answered.</summary>
internal sealed class ArticleVersion
{
    public Guid ArticleId { get; init; }

    public int Number { get; init; }

    public required string ContentHash { get; init; }

    public required string Title { get; init; }

    /// <summary>The body; dropped when the version is tagged, because topic-tagging archives it.</summary>
    public string? Text { get; init; }

    public required string Source { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public string? DeclaredLanguage { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public required List<string> Tags { get; init; }

    /// <summary>When topic-tagging answered; null while the version is on its way.</summary>
    public DateTimeOffset? TaggedAt { get; init; }

    /// <summary>Why the pipeline gave up on it; such a row is not swept.</summary>
    public string? FailedBecause { get; init; }

    public int Sweeps { get; init; }

    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>W3C traceparent of the submission.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>An article was offered by a source.</summary>
internal sealed class Sighting
{
    public Guid ArticleId { get; init; }

    public required string Source { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public int Count { get; set; }
}

/// <summary>A submission that was refused, kept for whoever asks why an article never arrived.</summary>
internal sealed class Refusal
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public required string Because { get; init; }
}
