using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Storage;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>Serves the rows of <c>alert_event</c> as they are committed. Every instance serves from the table, so a client may reconnect to any.</summary>
internal sealed class AlertStream(IServiceScopeFactory scopes, AlertSignal signal, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int PageSize = 100;

    // Proxies close connections that stay silent; another instance's commits are seen at the same pace.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    /// <summary>Events after an id, then live. Without an id: live from now. An id that the table no longer reaches gets a <c>reset</c>.</summary>
    public async IAsyncEnumerable<SseItem<JsonElement>> ReadAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var last = after ?? await LatestAsync(ending.Token);
        if (after is { } resumed && await IsForgottenAsync(resumed, ending.Token))
        {
            last = await LatestAsync(ending.Token);
            yield return Event("reset", last, "{}");
        }
        yield return Event("hello", last, "{}");
        var lastWrite = time.GetTimestamp();
        while (!ending.IsCancellationRequested)
        {
            var next = signal.Next;
            var events = await ReadPageAsync(last);
            foreach (var row in events)
            {
                last = row.Id;
                yield return Event($"alert-{row.Kind}", row.Id, row.AlertJson);
            }
            if (events.Count > 0)
                lastWrite = time.GetTimestamp();
            if (events.Count == PageSize)
                continue;
            if (time.GetElapsedTime(lastWrite) >= PingInterval)
            {
                lastWrite = time.GetTimestamp();
                yield return Event("ping", last, "{}");
            }
            if (!await WaitAsync(next, ending.Token))
                yield break;
        }
    }

    private async Task<bool> WaitAsync(Task next, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAny(next, Task.Delay(PollInterval, time, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        return !cancellationToken.IsCancellationRequested;
    }

    private static SseItem<JsonElement> Event(string type, long id, string json) =>
        new(JsonElement.Parse(json), type) { EventId = id.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private Task<long> LatestAsync(CancellationToken cancellationToken) =>
        ReadAsync(async db => await db.Events.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0);

    // A gap before the oldest row, or an id from a database that was replaced, means that events are gone. A rolled back insert
    // leaves a gap too; when it is the very first, a client is told to reload once for nothing.
    private Task<bool> IsForgottenAsync(long id, CancellationToken cancellationToken) => ReadAsync(async db =>
    {
        var oldest = await db.Events.MinAsync(row => (long?)row.Id, cancellationToken) ?? 0;
        var latest = await db.Events.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
        return id < oldest - 1 || id > latest;
    });

    // A page is read whole even when the client has gone or the host stops meanwhile: an exception here would be logged as a fault.
    private Task<List<AlertEvent>> ReadPageAsync(long after) =>
        ReadAsync(db => db.Events.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(PageSize).ToListAsync(CancellationToken.None));

    private async Task<T> ReadAsync<T>(Func<AlertingDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AlertingDb>());
    }
}
