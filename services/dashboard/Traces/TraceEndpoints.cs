using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Dashboard.Traces;

/// <summary><c>GET /api/articles/{id}/trace</c>.</summary>
internal static class TraceEndpoints
{
    public static void MapTraces(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/articles/{id:guid}/trace", ReadAsync).WithName("TraceArticle").WithSummary("Stage by stage what happened to an article, and where it stopped.");

    private static async Task<IResult> ReadAsync(Guid id, ArticleTraces traces, CancellationToken cancellationToken)
    {
        var steps = await traces.ReadAsync(id, cancellationToken);
        if (steps.Count == 0)
            return Problems.NotFound("article", id);
        return Results.Ok(new { Id = id, Waiting = steps.Any(step => step.Waiting), Steps = steps });
    }
}
