namespace NewsMonitor.Hosting.Bus;

/// <summary>The queues of this process's services: how deep they are, and what lies in their dead letters.</summary>
public interface IDeadLetters
{
    /// <summary>Reads queues.</summary>
    /// <param name="queues">Their names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BrokerUnavailableException">The broker does not answer.</exception>
    Task<IReadOnlyList<QueueState>> ReadQueuesAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken);

    /// <summary>Sends dead letters back to their queue, each removed only when the broker has confirmed it there.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="limit">The most messages. Those that die again meanwhile are not sent twice.</param>
    /// <param name="cancellationToken">Ends the work; what was moved stays moved.</param>
    /// <returns>How many.</returns>
    /// <exception cref="BrokerUnavailableException">The broker does not answer.</exception>
    Task<int> RedriveAsync(string queue, int limit, CancellationToken cancellationToken);
}

/// <summary>A queue at a moment.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Waiting">Messages that no consumer has taken; null when unknown, as with the in-memory bus.</param>
/// <param name="Consumers">Instances that consume it; null when unknown.</param>
/// <param name="DeadLetters">Messages in its dead letters; null when unknown.</param>
public sealed record QueueState(string Queue, long? Waiting, long? Consumers, long? DeadLetters);
