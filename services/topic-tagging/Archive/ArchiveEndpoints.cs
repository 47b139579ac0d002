using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>The archive over HTTP: <c>GET /api/articles</c> and one article.</summary>
internal static class ArchiveEndpoints
{
    public static void MapArchive(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/articles", ListAsync).WithName("SearchArticles").WithSummary("Archive search: {items, next}.");
        endpoints.MapGet("/api/articles/{id:guid}", FindAsync).WithName("GetArticle").WithSummary("One article with its text, topics and evidence.");
    }

    private static async Task<IResult> ListAsync(
        ArchivePages pages, string? q, string? topic, string? language, string? source, DateTimeOffset? from, DateTimeOffset? to, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (PageRequest.Read(cursor, limit, out var page) is { } refusal)
            return refusal;
        var search = new ArchiveQuery(q, topic, language, source, from?.ToUniversalTime(), to?.ToUniversalTime());
        var (items, next) = await pages.ReadAsync(search, page, cancellationToken);
        return Results.Ok(new { Items = items.Select(Summary), Next = next });
    }

    private static async Task<IResult> FindAsync(Guid id, int? version, ArchivePages pages, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, version, cancellationToken) is { } article ? Results.Ok(Whole(article)) : Problems.NotFound("article", id);

    private static object Summary(ArchivedArticle article) => new
    {
        Id = article.ArticleId,
        article.Version,
        article.Title,
        article.Source,
        article.Url,
        article.PublishedAt,
        article.ReceivedAt,
        Language = article.ReadLanguage(),
        Topics = article.ReadTopics().Select(topic => new { topic.Id, topic.Name, Level = topic.Level.ToString().ToLowerInvariant(), topic.Score }),
    };

    private static object Whole(ArchivedArticle article) => new
    {
        Id = article.ArticleId,
        article.Version,
        article.Title,
        article.Text,
        article.Source,
        article.Url,
        article.Author,
        article.PublishedAt,
        article.ReceivedAt,
        article.TaggedAt,
        article.Tags,
        Language = article.ReadLanguage(),
        Topics = article.ReadTopics(),
        article.LexiconVersion,
    };
}
