namespace NewsMonitor.Testing;

/// <summary>Waits for what an asynchronous pipeline brings about.</summary>
internal static class Eventually
{
    // Not a measure of speed: it only ends a test that will never pass.
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        while (!await condition())
        {
            if (time.GetElapsedTime(start) > GiveUp)
                Assert.Fail(what());
            await Task.Delay(Poll, time, TestContext.Current.CancellationToken);
        }
    }
}
