using System.Text.Json;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics.Backfill;

/// <summary><c>/api/topics/{id}/backfill</c>: what a topic would have found in the archive, kept as history that alerts nobody.</summary>
internal static class BackfillEndpoints
{
    private const int DefaultDays = 7;
    private const int MaxDays = 3_650;
    private const int MaxBytes = 10_000;

    public static void MapBackfill(this IEndpointRouteBuilder topics)
    {
        topics.MapPost("{id}/backfill", StartAsync).WithName("StartBackfill").WithSummary("Matches a topic against the archive's last days, in the background. Body: {days}, 1 to 3650, default 7. Alerts nobody.");
        topics.MapGet("{id}/backfill", FindAsync).WithName("GetBackfill").WithSummary("How far the last backfill of a topic has come.");
        topics.MapDelete("{id}/backfill", CancelAsync).WithName("CancelBackfill").WithSummary("Ends a backfill; what it has found stays.");
    }

    private static async Task<IResult> StartAsync(string id, HttpRequest request, Backfills backfills, TopicStore store, CancellationToken cancellationToken)
    {
        var text = await RequestBytes.ReadTextAsync(request, MaxBytes, cancellationToken);
        if (DaysOf(text) is not { } days || days is < 1 or > MaxDays)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid days", $"Give {{\"days\": 7}}: a number from 1 to {MaxDays}.");
        if (await store.FindAsync(id, cancellationToken) is not { } topic)
            return Problems.NotFound("topic", id);
        var (row, started) = await backfills.RequestAsync(id, topic.Version, days, cancellationToken);
        return started
            ? Results.Accepted($"/api/topics/{id}/backfill", View(row))
            : Results.Problem(
                $"It has read {row.Scanned} articles. Wait for it, or end it with DELETE /api/topics/{id}/backfill.",
                statusCode: StatusCodes.Status409Conflict,
                title: "A backfill of this topic runs",
                extensions: new Dictionary<string, object?> { ["backfill"] = View(row) });
    }

    private static async Task<IResult> FindAsync(string id, Backfills backfills, CancellationToken cancellationToken) =>
        await backfills.FindAsync(id, cancellationToken) is { } row ? Results.Ok(View(row)) : Problems.NotFound("backfill of topic", id);

    private static async Task<IResult> CancelAsync(string id, Backfills backfills, CancellationToken cancellationToken)
    {
        await backfills.CancelAsync(id, cancellationToken);
        return await FindAsync(id, backfills, cancellationToken);
    }

    private static int? DaysOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return DefaultDays;
        try
        {
            return (JsonSerializer.Deserialize<Body>(text, JsonSettings.Web) ?? new Body()).Days ?? DefaultDays;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object View(BackfillRow row) => new
    {
        row.TopicId,
        row.TopicVersion,
        State = row.State.ToString().ToLowerInvariant(),
        row.Days,
        row.From,
        row.Until,
        row.StartedAt,
        row.FinishedAt,
        row.Scanned,
        row.Matched,
        row.Added,
        row.Problem,
    };

    private sealed record Body
    {
        public int? Days { get; init; }
    }
}
