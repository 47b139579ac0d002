using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>The inbox over HTTP: <c>/api/alerts</c>, one alert, and the live stream.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/alerts", ListAsync).WithName("ListAlerts").WithSummary("Alerts, the latest change first: {items, next}.");
        endpoints.MapGet("/api/alerts/{id:guid}", FindAsync).WithName("GetAlert").WithSummary("One alert with its articles and their evidence.");
        endpoints.MapGet("/api/alerts/stream", Stream).WithName("StreamAlerts").WithSummary("Server-sent events; resumable with Last-Event-ID.");
    }

    private static async Task<IResult> ListAsync(AlertPages pages, string? topic, string? language, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (PageRequest.Read(cursor, limit, out var page) is { } refusal)
            return refusal;
        var (items, next) = await pages.ReadAsync(topic, language, page, cancellationToken);
        return Results.Ok(new { Items = items, Next = next });
    }

    private static async Task<IResult> FindAsync(Guid id, AlertPages pages, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } alert ? Results.Ok(alert) : Problems.NotFound("alert", id);

    private static IResult Stream(HttpRequest request, AlertStream stream, CancellationToken cancellationToken)
    {
        // A browser sends the header when it reconnects; a first connection may carry the id in the query.
        var last = request.Headers["Last-Event-ID"].FirstOrDefault() ?? request.Query["lastEventId"].FirstOrDefault();
        long? after = null;
        if (!string.IsNullOrEmpty(last))
        {
            if (!long.TryParse(last, out var id) || id < 0)
                return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid Last-Event-ID", $"'{last}' is not the id of an event.");
            after = id;
        }
        return TypedResults.ServerSentEvents(stream.ReadAsync(after, cancellationToken));
    }
}
