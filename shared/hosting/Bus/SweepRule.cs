using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.Hosting.Bus;

/// <summary>When unanswered rows are looked for. Section <c>Sweep</c>.</summary>
public sealed class SweepOptions
{
    /// <summary>How often rows are looked at. Default: every minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The age from which an unanswered row may be late. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>When an unanswered row is late.</summary>
public static class SweepRule
{
    /// <summary>How much younger a row must be that was answered before, for the older one to count as overtaken.</summary>
    public static readonly TimeSpan Overtaken = TimeSpan.FromMinutes(1);

    /// <summary>How often a row is published again before it counts as stuck.</summary>
    public const int MaxSweeps = 3;

    /// <summary>Rows stored up to this moment are late while they are unanswered.</summary>
    /// <param name="youngestAnswered">When the youngest answered row was stored; null when none was.</param>
    /// <param name="queuesEmpty">True when nothing waits in the queues towards the answer: then nothing is on its way.</param>
    /// <param name="now">The time.</param>
    /// <param name="lateAfter">The age from which a row may be late.</param>
    /// <returns>Null when nothing is late: the next stage is down or behind, and its queue holds the rows.</returns>
    public static DateTimeOffset? LateBefore(DateTimeOffset? youngestAnswered, bool queuesEmpty, DateTimeOffset now, TimeSpan lateAfter)
    {
        var old = now - lateAfter;
        if (queuesEmpty)
            return old;
        if (youngestAnswered - Overtaken is not { } overtaken)
            return null;
        return overtaken < old ? overtaken : old;
    }
}
