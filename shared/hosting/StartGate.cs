using Microsoft.Extensions.Hosting;

namespace NewsMonitor.Hosting;

/// <summary>Lets background work begin when the host is up: the bus started, the databases migrated.</summary>
public static class StartGate
{
    /// <summary>Waits for the host to be up.</summary>
    /// <param name="lifetime">The host.</param>
    /// <param name="stoppingToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The host stops before it was up.</exception>
    public static async Task WaitForStartAsync(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
    }
}
