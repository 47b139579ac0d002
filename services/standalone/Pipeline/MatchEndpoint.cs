using NewsMonitor.Contracts;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Standalone.Pipeline;

/// <summary><c>POST /api/match</c>: language, topics and explanation of a text, without side effects.</summary>
internal static class MatchEndpoint
{
    public static void MapMatch(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/match", Match).WithName("Match").WithSummary("Language, topics and explanation of a text; nothing is stored.");

    private static IResult Match(ArticleSubmitted article, ArticleMatch match, LiveTopics topics, TimeProvider time) =>
        SubmissionCheck.Prepare(article, time.GetUtcNow(), out var errors) is { } prepared ? Results.Ok(match.Match(topics.Matcher, prepared)) : errors.ToProblem();
}
