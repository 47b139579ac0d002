namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What a number must be.</summary>
/// <param name="Comparison"><c>&gt;=</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&lt;</c> or <c>=</c>.</param>
/// <param name="Value">What it is compared with.</param>
/// <param name="UnitId">The concept of its unit, or null for any number.</param>
internal sealed record NumberCondition(string Comparison, decimal Value, string? UnitId)
{
    public bool Holds(decimal number) => Comparison switch
    {
        ">=" => number >= Value,
        "<=" => number <= Value,
        ">" => number > Value,
        "<" => number < Value,
        _ => number == Value,
    };
}
