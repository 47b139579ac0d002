using Microsoft.AspNetCore.Mvc;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Ingest.Articles;

/// <summary><c>POST /api/articles</c>: one article as JSON, or many as NDJSON, one a line.</summary>
internal static class ArticleEndpoints
{
    private const string Json = "application/json";
    private const string NdJson = "application/x-ndjson";

    public static void MapArticles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/articles", SubmitAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ArticleLimits.RequestBytes))
            .WithName("SubmitArticle")
            .WithSummary("Submits an article; 202 means stored and confirmed by the broker.");

    private static async Task<IResult> SubmitAsync(HttpRequest request, AcceptArticle accept, ILogger<AcceptArticle> logger, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not (Json or NdJson))
            return Problems.Problem(StatusCodes.Status415UnsupportedMediaType, "Unsupported content type", $"'{type}' is not accepted. Send one article as {Json}, or many, one a line, as {NdJson}.");
        var body = await SubmissionBody.ReadAsync(request, cancellationToken);
        try
        {
            return type == Json ? await SubmitOneAsync(body, accept, cancellationToken) : await ArticleBatch.SubmitAsync(body, accept, cancellationToken);
        }
        catch (BrokerUnavailableException exception)
        {
            Log.NotConfirmed(logger, exception);
            request.HttpContext.Response.Headers.RetryAfter = "10";
            return Problems.Problem(
                StatusCodes.Status503ServiceUnavailable,
                "The broker did not confirm in time",
                "What was sent is stored and will be processed. Sending it again is harmless.");
        }
    }

    private static async Task<IResult> SubmitOneAsync(ReadOnlyMemory<byte> body, AcceptArticle accept, CancellationToken cancellationToken)
    {
        if (SubmissionBody.Parse(body, out var error) is not { } submission)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Not a valid article", error!);
        var outcome = (await accept.AcceptAsync([submission], cancellationToken))[0];
        return outcome.Result.Accepted ? Results.Json(Answer(outcome.Result), statusCode: StatusCodes.Status202Accepted) : outcome.Errors.ToProblem();
    }

    /// <summary>The answer to an accepted article.</summary>
    internal static object Answer(SubmissionResult result) => new { result.Id, result.Version, result.Duplicate, result.Trace };
}
