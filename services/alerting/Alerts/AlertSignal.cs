namespace NewsMonitor.Alerting.Alerts;

/// <summary>Wakes the delivery worker and the alert streams of this process after a commit, here or in another instance. Missing a signal costs a poll interval, nothing else.</summary>
internal sealed class AlertSignal
{
    /// <summary>Where instances tell each other of commits.</summary>
    public const string Channel = "newsmonitor_alerts";

    private volatile TaskCompletionSource _next = New();

    /// <summary>Completes at the next signal. Take it before looking at the table, so that nothing slips in between.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes everyone who waits.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
