namespace NewsMonitor.Hosting.Bus;

/// <summary>When an unanswered row is late.</summary>
public static class SweepRule
{
    /// <summary>How often rows are looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>The age from which an unanswered row is late, once a younger row has been answered.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    /// <summary>How much younger the answered row must be.</summary>
    public static readonly TimeSpan Overtaken = TimeSpan.FromMinutes(1);

    /// <summary>How often a row is published again before it counts as stuck.</summary>
    public const int MaxSweeps = 3;

    /// <summary>Rows stored up to this moment are late while they are unanswered.</summary>
    /// <param name="youngestAnswered">When the youngest answered row was stored; null when none was: then the next stage is down, and nothing is late.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? LateBefore(DateTimeOffset? youngestAnswered, DateTimeOffset now)
    {
        if (youngestAnswered - Overtaken is not { } overtaken)
            return null;
        return overtaken < now - LateAfter ? overtaken : now - LateAfter;
    }
}
