namespace NewsMonitor.TopicTagging.Query;

/// <summary>Bounds that keep one query from harming the others.</summary>
internal static class QueryLimits
{
    public const int MaxCharacters = 20_000;

    // The parser and the evaluator recurse once per level.
    public const int MaxDepth = 50;

    public const int MaxOperands = 2_000;

    public const int MaxDistance = 1_000;
}
