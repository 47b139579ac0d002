using NewsMonitor.Contracts;
using ArticleVersion = NewsMonitor.Ingest.Storage.ArticleVersion;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Between a submission, its row and its message.</summary>
internal static class VersionMapping
{
    public static ArticleVersion ToVersion(this PreparedArticle article, int number, DateTimeOffset receivedAt, string? traceParent) => new()
    {
        ArticleId = article.Id,
        Number = number,
        ContentHash = article.ContentHash,
        Title = article.Title,
        Text = article.Text,
        Source = article.Source,
        Url = article.Url,
        Author = article.Author,
        DeclaredLanguage = article.DeclaredLanguage,
        PublishedAt = article.PublishedAt,
        ReceivedAt = receivedAt,
        Tags = [.. article.Tags],
        TraceParent = traceParent,
    };

    public static IngestedArticle ToIngestedArticle(this ArticleVersion version) => new(
        version.ArticleId,
        version.Number,
        version.ContentHash,
        version.Title,
        version.Text ?? "",
        version.Source,
        version.Url,
        version.Author,
        version.DeclaredLanguage,
        version.PublishedAt,
        version.ReceivedAt,
        version.Tags);
}
