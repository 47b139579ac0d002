namespace NewsMonitor.Hosting.Bus;

/// <summary>The rows of a storing stage, with what the next stage has answered.</summary>
public interface IUnansweredRows
{
    /// <summary>The service, for example <c>ingest</c>.</summary>
    string Stage { get; }

    /// <summary>The queues that a row's message passes until the answer comes back.</summary>
    IReadOnlyList<string> QueuesToAnswer { get; }

    /// <summary>What waits.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken);

    /// <summary>Publishes every unanswered row again, once: after a start with the in-memory bus, whose messages died with the last process.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    Task RepublishAsync(CancellationToken cancellationToken);

    /// <summary>Publishes rows again whose answer is late, at most <see cref="SweepRule.MaxSweeps"/> times each, one instance at a time.</summary>
    /// <param name="queuesEmpty">True when nothing waits in <see cref="QueuesToAnswer"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task SweepAsync(bool queuesEmpty, CancellationToken cancellationToken);

    /// <summary>Publishes rows again that the pipeline gave up on.</summary>
    /// <param name="limit">The most rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many.</returns>
    Task<int> RedriveAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>What waits at a storing stage.</summary>
/// <param name="Unanswered">Rows on their way.</param>
/// <param name="Oldest">When the oldest of them was stored; null when there is none.</param>
/// <param name="Stuck">Rows among them that were published again as often as allowed.</param>
/// <param name="Failed">Rows that the pipeline gave up on.</param>
public sealed record Backlog(int Unanswered, DateTimeOffset? Oldest, int Stuck, int Failed);
