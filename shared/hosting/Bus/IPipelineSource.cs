namespace NewsMonitor.Hosting.Bus;

/// <summary>What services know of their part of the pipeline; the gateway merges all of them to <c>/api/pipeline</c>.</summary>
public interface IPipelineSource
{
    /// <summary>Reads the state of the services behind this source.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<StageState>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Sends the dead letters of a queue back to it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="limit">The most messages.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many; null when none of the services owns the queue.</returns>
    /// <exception cref="BrokerUnavailableException">The broker or the service does not answer.</exception>
    Task<int?> RedriveAsync(string queue, int limit, CancellationToken cancellationToken);
}

/// <summary>A service's part of the pipeline.</summary>
/// <param name="Stage">The service, for example <c>ingest</c>.</param>
/// <param name="Queues">The queues that it consumes; empty when it cannot say.</param>
/// <param name="Backlog">Its rows that wait for an answer; null when it stores none.</param>
/// <param name="Problem">Why it cannot say more; null when all is well.</param>
public sealed record StageState(string Stage, IReadOnlyList<QueueState> Queues, Backlog? Backlog, string? Problem = null);
