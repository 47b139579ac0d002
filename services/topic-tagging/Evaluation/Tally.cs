namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>Counts of right and wrong answers.</summary>
internal sealed record Tally(int Found, int Missed, int FalseAlarms)
{
    public static Tally Zero { get; } = new(0, 0, 0);

    /// <summary>The share of alarms that are right; 1 when there are none.</summary>
    public double Precision => Found + FalseAlarms == 0 ? 1 : (double)Found / (Found + FalseAlarms);

    /// <summary>The share of what should be found that is; 1 when there is nothing.</summary>
    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    public double F1 => Found == 0 ? (Missed + FalseAlarms == 0 ? 1 : 0) : 2.0 * Found / ((2 * Found) + Missed + FalseAlarms);

    public Tally Add(Tally other) => new(Found + other.Found, Missed + other.Missed, FalseAlarms + other.FalseAlarms);
}
