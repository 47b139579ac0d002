namespace NewsMonitor.Benchmarks.Matching;

/// <summary>
/// The workload with as many matches per document whatever the number of queries: all words of the queries after the first ones get an ending
/// that no document has, as if they were about another field or in another language.
/// </summary>
internal static class FixedMatches
{
    /// <summary>The queries that stay as they are.</summary>
    public const int Base = 1_000;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> queries) =>
        [.. queries.Select((query, i) => i < Base ? query : Foreign(SExpression.Parse(query)).ToString())];

    private static SExpression Foreign(SExpression query) => query.Form == ""
        ? query with { Word = query.Word.EndsWith('*') ? $"{query.Word[..^1]}qzx*" : $"{query.Word}qzx" }
        : query with { Operands = [.. query.Operands.Select(Foreign)] };
}
