using System.Runtime.InteropServices;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>The processor time of the calling thread: what other work on a shared machine takes away does not count.</summary>
internal static class ThreadCpu
{
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadClock = 3;

    public static TimeSpan Now
    {
        get
        {
            if (clock_gettime(ThreadClock, out var time) != 0) throw new PlatformNotSupportedException("This measurement needs Linux's clock of thread processor time.");
            return TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
        }
    }

    /// <summary>Runs something and returns its processor time.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = Now;
        action();
        return Now - before;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
