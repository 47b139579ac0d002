namespace NewsMonitor.Alerting.Delivery;

/// <summary>When a delivery that failed is tried again.</summary>
internal static class RetrySchedule
{
    /// <summary>After this many attempts, about two days, a delivery is given up and shown as failed.</summary>
    public const int MaxAttempts = 16;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The pause after an attempt, doubling from 10 s to 6 h.</summary>
    /// <param name="attempts">Attempts made so far, from 1.</param>
    public static TimeSpan After(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempts - 1)));
}
