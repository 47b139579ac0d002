using NewsMonitor.Alerting.Alerts;

namespace NewsMonitor.Tests.Alerting;

public sealed class AlertSignalTests
{
    [Fact]
    public void Signal_wakes_all_who_took_it_before_and_none_who_take_it_after()
    {
        var signal = new AlertSignal();
        var first = signal.Next;
        var second = signal.Next;
        signal.Raise();
        Assert.True(first.IsCompletedSuccessfully && second.IsCompletedSuccessfully);
        Assert.False(signal.Next.IsCompleted);
    }
}
