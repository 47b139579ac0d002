namespace NewsMonitor.Ingest.Articles;

/// <summary>What a submission may hold.</summary>
internal static class ArticleLimits
{
    /// <summary>Characters of a URL.</summary>
    public const int UrlLength = 2048;

    /// <summary>Characters of a headline.</summary>
    public const int TitleLength = 1000;

    /// <summary>UTF-8 bytes of a text.</summary>
    public const int TextBytes = 1024 * 1024;

    /// <summary>UTF-8 bytes of a page: the markup of news pages outweighs their text many times.</summary>
    public const int HtmlBytes = 4 * 1024 * 1024;

    /// <summary>Characters of a source's or an author's name.</summary>
    public const int NameLength = 200;

    /// <summary>Labels of an article, and characters of each.</summary>
    public const int Tags = 50, TagLength = 100;

    /// <summary>How far in the future a publication date may lie: outlets mistake time zones, not years.</summary>
    public static readonly TimeSpan Future = TimeSpan.FromDays(1);

    /// <summary>Bytes of a request: a page as JSON, or a batch of articles.</summary>
    public const int RequestBytes = 16 * 1024 * 1024;
}
