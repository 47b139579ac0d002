using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Ingest.Articles;

/// <summary><c>POST /internal/clean</c>: an article as it would be stored, for the gateway, which matches texts without storing them.</summary>
internal static class CleaningEndpoint
{
    public static void MapCleaning(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/internal/clean", Clean).ExcludeFromDescription();

    private static IResult Clean(ArticleSubmitted article, TimeProvider time)
    {
        if (SubmissionCheck.Prepare(article, time.GetUtcNow(), out var errors) is { } prepared)
            return Results.Ok(prepared);
        return Refuse(errors);
    }

    /// <summary>The answer to an article that is refused.</summary>
    public static IResult Refuse(SubmissionErrors errors) => errors.TooLarge
        ? Problems.Problem(StatusCodes.Status413PayloadTooLarge, "The article is too large", string.Join(' ', errors.Sentences))
        : Problems.Unprocessable(errors.ByField);
}
