using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Dashboard.Operations;

/// <summary><c>/api/pipeline</c>: queues, what waits, dead letters; and sending dead letters back.</summary>
internal static class PipelineEndpoints
{
    private const int MostRedriven = 10_000;

    public static void MapPipeline(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/pipeline", ReadAsync).WithName("GetPipeline").WithSummary("Each stage: depth of its queues, dead letters, unanswered rows and their age.");
        endpoints.MapPost("/api/pipeline/dead-letters/{queue}/redrive", RedriveAsync).WithName("RedriveDeadLetters").WithSummary("Sends the dead letters of a queue back to it: {queue, redriven}.");
    }

    private static async Task<IResult> ReadAsync(IEnumerable<IPipelineSource> sources, CancellationToken cancellationToken)
    {
        var stages = await Task.WhenAll(sources.Select(source => source.ReadAsync(cancellationToken)));
        return Results.Ok(new { Stages = stages.SelectMany(stage => stage) });
    }

    private static async Task<IResult> RedriveAsync(string queue, int? limit, IEnumerable<IPipelineSource> sources, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MostRedriven)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid limit", $"limit is {limit}; it must be 1 to {MostRedriven:N0}.");
        foreach (var source in sources)
        {
            if (await source.RedriveAsync(queue, limit ?? MostRedriven, cancellationToken) is { } moved)
                return Results.Ok(new { Queue = queue, Redriven = moved });
        }
        return Problems.Problem(
            StatusCodes.Status404NotFound,
            "No such queue",
            $"'{queue}' is not a queue of NewsMonitor. Queues: {string.Join(", ", Contracts.Topology.QueuesOf.SelectMany(service => service.Value))}.");
    }
}
