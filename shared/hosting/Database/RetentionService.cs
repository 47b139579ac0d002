using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsMonitor.Hosting.Telemetry;

namespace NewsMonitor.Hosting.Database;

/// <summary>How long things are kept. Section <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>Archived articles with their text, from their arrival. Default: 180 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan Articles { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Why submissions were refused. Default: 14 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan Traces { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Deliveries that were made or given up. Default: 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan Deliveries { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Bytes that a PostgreSQL database may take. While less than a tenth of it is left, the oldest archived articles are deleted before their
    /// time, those of the last day excepted. Needs the extension pg_freespacemap in the schema public. Default: none, not watched; with
    /// SQLite the disk itself is watched.
    /// </summary>
    [Range(1L << 20, long.MaxValue)]
    public long? MaxDatabaseBytes { get; set; }

    /// <summary>How often is looked for what is older. Default: every hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>Rows of a service that are not kept for ever.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
/// <param name="Schema">The service's schema.</param>
/// <param name="What">What is deleted, for the log.</param>
/// <param name="Keep">How long it is kept.</param>
/// <param name="DeleteAsync">Deletes at most so many of what is older than a moment, and returns how many.</param>
/// <param name="OldestAsync">The moment before which the oldest twentieth was stored, null when there is nothing; for rows that go before their time when the database is nearly full.</param>
public sealed record ExpiringRows<TContext>(
    string Schema,
    string What,
    Func<RetentionOptions, TimeSpan> Keep,
    Func<TContext, DateTimeOffset, int, CancellationToken, Task<int>> DeleteAsync,
    Func<TContext, CancellationToken, Task<DateTimeOffset?>>? OldestAsync = null)
    where TContext : DbContext;

/// <summary>Deletes what is older than it is kept: in small batches with pauses, so that the pipeline does not wait; one instance at a time.</summary>
internal sealed class RetentionService<TContext>(
    ExpiringRows<TContext> rows,
    IServiceScopeFactory scopes,
    IOptions<RetentionOptions> options,
    DatabaseSpaceMetrics metrics,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<RetentionService<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan KeptAlways = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                if (await DeleteAsync(time.GetUtcNow() - rows.Keep(options.Value), stoppingToken) is { } deleted and > 0)
                    Log.Expired(logger, deleted, rows.What);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or the rows are in use: they are as old the next time.
                Log.RetentionFailed(logger, rows.What, exception.GetBaseException().Message);
            }
            try
            {
                if (rows.OldestAsync is { } oldest)
                    await MakeRoomAsync(oldest, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NoRoomMade(logger, rows.Schema, exception.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Deletes what is older and returns how much that was; null when another instance is at it.</summary>
    private async Task<int?> DeleteAsync(DateTimeOffset before, CancellationToken stoppingToken)
    {
        var total = 0;
        for (var deleted = Batch; deleted == Batch;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TContext>();
            await using (var transaction = await db.Database.BeginTransactionAsync(stoppingToken))
            {
                if (!await db.TryLockAsync(rows.Schema, "retention", stoppingToken))
                    return total > 0 ? total : null;
                deleted = await rows.DeleteAsync(db, before, Batch, stoppingToken);
                await transaction.CommitAsync(stoppingToken);
            }
            total += deleted;
            await Task.Delay(Pause, time, stoppingToken);
        }
        return total;
    }

    // A twentieth at a time, because only afterwards is known how much room that gave. Each round deletes and gains room, or is the last: while
    // somebody still reads what was there before, a backup for example, deleting gives nothing back, and must not go on until nothing is left.
    private async Task MakeRoomAsync(Func<TContext, CancellationToken, Task<DateTimeOffset?>> oldest, CancellationToken stoppingToken)
    {
        long? availableBefore = null;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TContext>();
            var space = await db.ReadSpaceAsync(rows.Schema, options.Value.MaxDatabaseBytes, stoppingToken);
            metrics.Show(rows.Schema, space);
            if (space is not { IsLow: true })
                return;
            if (space.Available <= availableBefore)
            {
                Log.NoRoomGained(logger, space.Available, rows.What);
                return;
            }
            availableBefore = space.Available;
            var youngest = time.GetUtcNow() - KeptAlways;
            var before = await oldest(db, stoppingToken) is { } moment && moment < youngest ? moment : youngest;
            if (await DeleteAsync(before, stoppingToken) is not { } deleted)
                return;
            if (deleted == 0)
            {
                Log.NothingToExpireEarly(logger, space.Available, rows.What);
                return;
            }
            await db.ReclaimAsync(rows.Schema, stoppingToken);
            Log.ExpiredEarly(logger, space.Available, deleted, rows.What, before);
        }
    }
}

/// <summary>Registers retention.</summary>
public static class RetentionRegistration
{
    /// <summary>Deletes rows when they are older than they are kept.</summary>
    /// <typeparam name="TContext">The service's context.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="rows">The rows.</param>
    public static void AddRetention<TContext>(this IServiceCollection services, ExpiringRows<TContext> rows)
        where TContext : DbContext
    {
        services.TryAddSingleton<DatabaseSpaceMetrics>();
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<RetentionService<TContext>>(provider, rows));
    }
}
