namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// The terms of which at least one must be found for a query to hold: the rarest necessary clause. A query without any (a source, a language)
/// is evaluated on every article.
/// </summary>
internal static class Anchor
{
    // Rough order of how often terms are found: countries stand in most articles, a query's own words in few.
    private const int LiteralCost = 2;
    private const int CountryCost = 20;
    private const int ConceptCost = 5;

    /// <summary>The anchor's terms, or null when every article is a candidate.</summary>
    public static IReadOnlyList<Clause>? Of(Clause clause) => Find(clause)?.Terms;

    private static (IReadOnlyList<Clause> Terms, int Cost)? Find(Clause clause) => clause.Kind switch
    {
        ClauseKind.Literal => ([clause], LiteralCost),
        ClauseKind.Concept => ([clause], clause.Text.StartsWith("country:", StringComparison.Ordinal) ? CountryCost : ConceptCost),
        // A unit may stand as a sign (%), which no term of the index finds.
        ClauseKind.Number => clause.Operands.Count == 0 || NumberSymbols.Has(clause.Condition!.UnitId) ? null : ([clause.Operands[0]], ConceptCost),
        ClauseKind.Property => null,
        ClauseKind.And or ClauseKind.Near or ClauseKind.OrderedNear or ClauseKind.Sentence or ClauseKind.Paragraph => Cheapest(clause.Operands),
        ClauseKind.Or or ClauseKind.Count or ClauseKind.Score => Together(clause.Operands),
        _ => Find(clause.Operands[0]),
    };

    private static (IReadOnlyList<Clause> Terms, int Cost)? Cheapest(IReadOnlyList<Clause> operands) =>
        operands.Select(Find).Where(a => a is not null).OrderBy(a => a!.Value.Cost).FirstOrDefault();

    private static (IReadOnlyList<Clause> Terms, int Cost)? Together(IReadOnlyList<Clause> operands)
    {
        var all = operands.Select(Find).ToList();
        return all.Contains(null) ? null : ([.. all.SelectMany(a => a!.Value.Terms)], all.Sum(a => a!.Value.Cost));
    }
}
