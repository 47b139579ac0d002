using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

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
public sealed record ExpiringRows<TContext>(
    string Schema, string What, Func<RetentionOptions, TimeSpan> Keep, Func<TContext, DateTimeOffset, int, CancellationToken, Task<int>> DeleteAsync)
    where TContext : DbContext;

/// <summary>Deletes what is older than it is kept: in small batches with pauses, so that the pipeline does not wait; one instance at a time.</summary>
internal sealed class RetentionService<TContext>(
    ExpiringRows<TContext> rows,
    IServiceScopeFactory scopes,
    IOptions<RetentionOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<RetentionService<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                await DeleteAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or the rows are in use: they are as old the next time.
                Log.RetentionFailed(logger, rows.What, exception.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeleteAsync(CancellationToken stoppingToken)
    {
        var before = time.GetUtcNow() - rows.Keep(options.Value);
        var total = 0;
        for (var deleted = Batch; deleted == Batch;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TContext>();
            await using (var transaction = await db.Database.BeginTransactionAsync(stoppingToken))
            {
                if (!await db.TryLockAsync(rows.Schema, "retention", stoppingToken))
                    return;
                deleted = await rows.DeleteAsync(db, before, Batch, stoppingToken);
                await transaction.CommitAsync(stoppingToken);
            }
            total += deleted;
            await Task.Delay(Pause, time, stoppingToken);
        }
        if (total > 0)
            Log.Expired(logger, total, rows.What);
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
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<RetentionService<TContext>>(provider, rows));
    }
}
