using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Tracing;

namespace NewsMonitor.Hosting.Http;

/// <summary>What a service tells the gateway, which merges it with what the others tell. Not reachable from outside.</summary>
public static class InternalEndpoints
{
    /// <summary>Maps <c>/internal/trace/{id}</c>, <c>/internal/pipeline</c> and <c>/internal/dead-letters/{queue}/redrive</c>.</summary>
    /// <param name="endpoints">The application.</param>
    public static void MapInternal(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/internal/trace/{id:guid}", TraceAsync).ExcludeFromDescription();
        endpoints.MapGet("/internal/pipeline", ReadAsync).ExcludeFromDescription();
        endpoints.MapPost("/internal/dead-letters/{queue}/redrive", RedriveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> TraceAsync(Guid id, IEnumerable<ITraceSource> sources, CancellationToken cancellationToken)
    {
        var steps = new List<TraceStep>();
        foreach (var source in sources)
            steps.AddRange(await source.ReadAsync(id, cancellationToken));
        return Results.Ok(steps);
    }

    private static async Task<IResult> ReadAsync(IEnumerable<IPipelineSource> sources, CancellationToken cancellationToken)
    {
        var stages = new List<StageState>();
        foreach (var source in sources)
            stages.AddRange(await source.ReadAsync(cancellationToken));
        return Results.Ok(stages);
    }

    private static async Task<IResult> RedriveAsync(string queue, int limit, IEnumerable<IPipelineSource> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.RedriveAsync(queue, limit, cancellationToken) is { } moved)
                return Results.Ok(moved);
        }
        return Problems.NotFound("queue", queue);
    }
}
