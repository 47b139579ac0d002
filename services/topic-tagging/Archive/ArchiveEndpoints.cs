using System.Text.Json.Serialization;
using NewsMonitor.Contracts;
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
        // PostgreSQL compares no text with it.
        if (new[] { q, topic, language, source }.Any(text => text?.Contains('\0', StringComparison.Ordinal) == true))
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid query", "NUL is no character of a text.");
        var search = new ArchiveQuery(q, topic, language, source, from?.ToUniversalTime(), to?.ToUniversalTime());
        var (items, next) = await pages.ReadAsync(search, page, cancellationToken);
        var history = await pages.ReadHistoryAsync(items, cancellationToken);
        return Results.Ok(new { Items = items.Select(article => Summary(article, TopicsOf(article, history))), Next = next });
    }

    private static async Task<IResult> FindAsync(Guid id, int? version, ArchivePages pages, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, version, cancellationToken) is not { } article)
            return Problems.NotFound("article", id);
        return Results.Ok(Whole(article, TopicsOf(article, await pages.ReadHistoryAsync([article], cancellationToken))));
    }

    private static IReadOnlyList<ArchivedTopic> TopicsOf(ArchivedArticle article, ILookup<(Guid, int), MatchedTopic> history) =>
        [.. article.ReadTopics().Select(topic => ArchivedTopic.Of(topic, null)), .. history[(article.ArticleId, article.Version)].Select(topic => ArchivedTopic.Of(topic, true))];

    private static object Summary(ArchivedArticle article, IReadOnlyList<ArchivedTopic> topics) => new
    {
        Id = article.ArticleId,
        article.Version,
        article.Title,
        article.Source,
        article.Url,
        article.PublishedAt,
        article.ReceivedAt,
        Language = article.ReadLanguage(),
        Topics = topics.Select(topic => new { topic.Id, topic.Name, Level = topic.Level.ToString().ToLowerInvariant(), topic.Score, topic.History }),
    };

    private static object Whole(ArchivedArticle article, IReadOnlyList<ArchivedTopic> topics) => new
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
        Topics = topics,
        article.LexiconVersion,
    };
}

/// <summary>A topic of an archived article as the API shows it.</summary>
/// <param name="Id">The topic's id.</param>
/// <param name="Name">The topic's name at the time.</param>
/// <param name="TopicVersion">The topic's version at the time.</param>
/// <param name="Level">How much the article is about it.</param>
/// <param name="Notifies">The level reaches the topic's own.</param>
/// <param name="Score">0 to 1; it only sorts.</param>
/// <param name="Clauses">The clauses that were satisfied.</param>
/// <param name="Passages">The evidence in context.</param>
/// <param name="History">True when a backfill has found it: it has alerted nobody. Absent otherwise.</param>
internal sealed record ArchivedTopic(
    string Id,
    string Name,
    int TopicVersion,
    [property: JsonConverter(typeof(JsonStringEnumConverter<TopicLevel>))] TopicLevel Level,
    bool Notifies,
    double Score,
    IReadOnlyList<MatchedClause> Clauses,
    IReadOnlyList<EvidenceSpan> Passages,
    bool? History)
{
    public static ArchivedTopic Of(MatchedTopic topic, bool? history) =>
        new(topic.Id, topic.Name, topic.TopicVersion, topic.Level, topic.Notifies, topic.Score, topic.Clauses, topic.Passages, history);
}
