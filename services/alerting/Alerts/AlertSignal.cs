namespace NewsMonitor.Alerting.Alerts;

/// <summary>Wakes the delivery worker and the alert streams of this process after a commit. Missing a signal costs a poll interval, nothing else.</summary>
internal sealed class AlertSignal
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Completes at the next signal. Take it before looking at the table, so that nothing slips in between.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes everyone who waits.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
