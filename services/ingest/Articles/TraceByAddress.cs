using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Hosting.Tracing;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.Ingest.Articles;

/// <summary>
/// <c>GET /api/trace?url=</c>: leads whoever knows an article's address and not its id to its trace, or says why it was refused. Any spelling of
/// the address does that <see cref="CanonicalUrl"/> takes for the same.
/// </summary>
internal static class TraceByAddress
{
    private const int MostRefusals = 10;

    public static void MapTraceByAddress(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/trace", FindAsync)
            .WithName("TraceAddress")
            .WithSummary("Redirects to the trace of the article with an address (?url=); of one that was refused, the reasons.");

    private static async Task<IResult> FindAsync(string? url, IngestDb db, CancellationToken cancellationToken)
    {
        var errors = new SubmissionErrors();
        if (url is null || url.Contains('\0', StringComparison.Ordinal) || SubmissionCheck.CheckUrl(url, errors) is not { } address)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Not an address", errors.Sentences is [var error, ..] ? error : "Say which article: /api/trace?url=https://example.org/article");
        var id = ArticleIdentity.IdOf(CanonicalUrl.Of(address), source: "", contentHash: "");
        if (await db.Articles.AnyAsync(article => article.Id == id, cancellationToken))
            return Results.Redirect($"/api/articles/{id}/trace");
        var refusals = await db.Refusals.AsNoTracking().Where(refusal => refusal.Url == url).OrderByDescending(refusal => refusal.At).Take(MostRefusals).ToListAsync(cancellationToken);
        if (refusals.Count == 0)
            return Problems.NotFound("article with the address", url);
        return Results.Ok(new
        {
            Id = (Guid?)null,
            Waiting = false,
            Steps = refusals.OrderBy(refusal => refusal.At).Select(refusal => new TraceStep(refusal.At, "ingest", $"Refused: {refusal.Because}", Version: 0)),
        });
    }
}
