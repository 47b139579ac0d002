using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Alerts;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Telemetry;

namespace NewsMonitor.Alerting.Delivery;

/// <summary>Sends due deliveries: leases rows, commits, sends, marks. A crash between send and mark repeats one message under the same key.</summary>
internal sealed class DeliveryWorker(
    IServiceScopeFactory scopes,
    IEnumerable<IAlertChannel> channels,
    AlertSignal signal,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int PageSize = 8;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(15);

    // Short, because after a crash a row waits until its lease has run out. A row whose turn comes too late is left to the next page.
    private static readonly TimeSpan Lease = SendTimeout * 2;

    private readonly Dictionary<string, IAlertChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        await ReleaseLeasesOfDeadProcessAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                if (await SendDueAsync(stoppingToken) == PageSize)
                    continue;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: the rows wait, the next poll finds them.
                Log.DeliveryPollFailed(logger, exception);
            }
            await Task.WhenAny(next, Task.Delay(PollInterval, time, stoppingToken));
        }
    }

    // One process holds a SQLite file, so whoever leased its rows is dead. Elsewhere such a lease runs out by itself.
    private async Task ReleaseLeasesOfDeadProcessAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AlertingDb>();
        if (db.Database.IsSqlite())
            await db.Deliveries.Where(row => row.LeasedUntil != null).ExecuteUpdateAsync(update => update.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>Sends one page of due deliveries and returns how many there were.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AlertingDb>();
        var started = time.GetTimestamp();
        var due = await LeaseAsync(db, cancellationToken);
        foreach (var delivery in due)
        {
            if (time.GetElapsedTime(started) + SendTimeout > Lease)
                await ReleaseAsync(db, delivery, cancellationToken);
            else
                await SendAsync(db, delivery, cancellationToken);
        }
        return due.Count;
    }

    private async Task<List<AlertDelivery>> LeaseAsync(AlertingDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await Due(db, now).ToListAsync(cancellationToken);
        var ids = due.Select(row => row.Id).ToList();
        await db.Deliveries.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(update => update.SetProperty(row => row.LeasedUntil, now + Lease), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due;
    }

    // Other instances pass over rows that this one is leasing, instead of waiting for them.
    private static IQueryable<AlertDelivery> Due(AlertingDb db, DateTimeOffset now) => db.Database.IsNpgsql()
        ? db.Deliveries.FromSql(
            $"""
            SELECT * FROM alert_delivery
            WHERE delivered_at IS NULL AND failed_because IS NULL AND next_attempt_at <= {now} AND (leased_until IS NULL OR leased_until < {now})
            ORDER BY next_attempt_at, id LIMIT {PageSize} FOR UPDATE SKIP LOCKED
            """).AsNoTracking()
        : db.Deliveries.AsNoTracking()
            .Where(row => row.DeliveredAt == null && row.FailedBecause == null && row.NextAttemptAt <= now && (row.LeasedUntil == null || row.LeasedUntil < now))
            .OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Id).Take(PageSize);

    private static Task ReleaseAsync(AlertingDb db, AlertDelivery delivery, CancellationToken cancellationToken) =>
        db.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    private async Task SendAsync(AlertingDb db, AlertDelivery delivery, CancellationToken cancellationToken)
    {
        using var activity = Pipeline.Start("deliver alert", delivery.TraceParent);
        activity?.SetTag("newsmonitor.channel", delivery.Channel);
        try
        {
            if (!_channels.TryGetValue(delivery.Channel, out var channel))
                throw new InvalidOperationException($"There is no channel '{delivery.Channel}'. Known: {string.Join(", ", _channels.Keys)}.");
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(SendTimeout);
            await channel.SendAsync(delivery, deadline.Token);
            // Sent is sent: a shutdown must not leave it unmarked.
            await MarkDeliveredAsync(db, delivery, CancellationToken.None);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await MarkFailedAsync(db, delivery, exception, cancellationToken);
        }
    }

    private async Task MarkDeliveredAsync(AlertingDb db, AlertDelivery delivery, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.DeliveredAt, now).SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);
        Log.Delivered(logger, delivery.Id, delivery.Channel, delivery.Subject);
    }

    private async Task MarkFailedAsync(AlertingDb db, AlertDelivery delivery, Exception exception, CancellationToken cancellationToken)
    {
        var attempts = delivery.Attempts + 1;
        var next = time.GetUtcNow() + RetrySchedule.After(attempts);
        var givenUp = attempts >= RetrySchedule.MaxAttempts ? exception.Message : null;
        await db.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
            update => update
                .SetProperty(row => row.Attempts, attempts)
                .SetProperty(row => row.NextAttemptAt, next)
                .SetProperty(row => row.LastError, exception.Message)
                .SetProperty(row => row.FailedBecause, givenUp)
                .SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);
        Log.DeliveryFailed(logger, delivery.Id, delivery.Channel, attempts, exception);
    }
}
