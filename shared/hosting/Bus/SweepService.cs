using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Sweeps what was not answered: a purged queue, a lost broker disk or a killed process loses messages, never rows.</summary>
/// <typeparam name="TRows">The stage's rows.</typeparam>
/// <param name="scopes">Makes a scope per sweep.</param>
/// <param name="deadLetters">Knows the depths of the queues.</param>
/// <param name="bus">Says whether messages outlive a process.</param>
/// <param name="options">The pace.</param>
/// <param name="lifetime">Says when the bus is up.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class SweepService<TRows>(
    IServiceScopeFactory scopes,
    IDeadLetters deadLetters,
    IOptions<BusOptions> bus,
    IOptions<SweepOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SweepService<TRows>> logger) : BackgroundService
    where TRows : IUnansweredRows
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        if (bus.Value.Transport == BusTransport.InMemory)
            await RunAsync(rows => rows.RepublishAsync(stoppingToken), stoppingToken);
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RunAsync(async rows => await rows.SweepAsync(await AreEmptyAsync(rows.QueuesToAnswer, stoppingToken), stoppingToken), stoppingToken);
    }

    private async Task<bool> AreEmptyAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        try
        {
            return (await deadLetters.ReadQueuesAsync(queues, cancellationToken)).All(queue => queue.Waiting == 0);
        }
        catch (BrokerUnavailableException exception)
        {
            Log.DepthsUnknown(logger, exception.Message);
            return false;
        }
    }

    private async Task RunAsync(Func<TRows, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<TRows>());
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A database or broker that is away now is asked again at the next tick; the rows wait.
            Log.SweepFailed(logger, typeof(TRows).Name, exception);
        }
    }
}
