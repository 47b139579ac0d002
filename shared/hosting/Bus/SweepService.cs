using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsMonitor.Hosting.Bus;

/// <summary>The rows of a storing stage, with what the next stage has answered.</summary>
public interface IUnansweredRows
{
    /// <summary>Publishes every unanswered row again, once: after a start with the in-memory bus, whose messages died with the last process.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    Task RepublishAsync(CancellationToken cancellationToken);

    /// <summary>Publishes rows again whose answer is late, at most <see cref="SweepRule.MaxSweeps"/> times each.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    Task SweepAsync(CancellationToken cancellationToken);
}

/// <summary>Sweeps what was not answered: a purged queue, a lost broker disk or a killed process loses messages, never rows.</summary>
/// <typeparam name="TRows">The stage's rows.</typeparam>
/// <param name="scopes">Makes a scope per sweep.</param>
/// <param name="lifetime">Says when the bus is up.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class SweepService<TRows>(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SweepService<TRows>> logger)
    : BackgroundService
    where TRows : IUnansweredRows
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        await RunAsync(rows => rows.RepublishAsync(stoppingToken));
        using var timer = new PeriodicTimer(SweepRule.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RunAsync(rows => rows.SweepAsync(stoppingToken));
    }

    private async Task RunAsync(Func<TRows, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<TRows>());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A database or broker that is away now is asked again at the next tick; the rows wait.
            Log.SweepFailed(logger, typeof(TRows).Name, exception);
        }
    }
}
