namespace NewsMonitor.Contracts;

/// <summary>
/// An article is offered to the monitor. Published by integrators, consumed by ingest; the same shape is the body of
/// <c>POST /api/articles</c>. Either <see cref="Text"/> or <see cref="Html"/> carries the body; with neither, the article is headline-only.
/// </summary>
public sealed record ArticleSubmitted
{
    /// <summary>Absolute http or https address of the article, up to 2,048 characters; identifies the article when present.</summary>
    public string? Url { get; init; }

    /// <summary>The headline, up to 1,000 characters. May be absent only when the body is not.</summary>
    public string? Title { get; init; }

    /// <summary>Plain text with paragraphs divided by empty lines, up to 1 MiB of UTF-8.</summary>
    public string? Text { get; init; }

    /// <summary>The article as HTML, up to 4 MiB of UTF-8; its text, up to 1 MiB, is extracted. Ignored when <see cref="Text"/> is given.</summary>
    public string? Html { get; init; }

    /// <summary>The outlet, usually its domain, up to 200 characters. Defaults to the host of <see cref="Url"/>, else "unknown".</summary>
    public string? Source { get; init; }

    /// <summary>The language that the source declares, as a BCP-47 tag. A hint only.</summary>
    public string? Language { get; init; }

    /// <summary>The author's name, up to 200 characters.</summary>
    public string? Author { get; init; }

    /// <summary>When the outlet published the article; at most one day in the future.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Free labels of the submitter, up to 50 of up to 100 characters each.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
