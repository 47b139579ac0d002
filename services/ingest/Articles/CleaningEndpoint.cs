using NewsMonitor.Contracts;

namespace NewsMonitor.Ingest.Articles;

/// <summary><c>POST /internal/clean</c>: an article as it would be stored, for the gateway, which matches texts without storing them.</summary>
internal static class CleaningEndpoint
{
    public static void MapCleaning(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/internal/clean", Clean).ExcludeFromDescription();

    private static IResult Clean(ArticleSubmitted article, TimeProvider time) =>
        SubmissionCheck.Prepare(article, time.GetUtcNow(), out var errors) is { } prepared ? Results.Ok(prepared) : errors.ToProblem();
}
