namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What the evaluation of a clause found.</summary>
/// <param name="Satisfied">The clause holds.</param>
/// <param name="Everywhere">It holds for the article as a whole, at no particular place.</param>
/// <param name="Occurrences">
/// Where it holds, in reading order. A conjunction whose operands never share a paragraph is satisfied and occurs nowhere.
/// </param>
internal sealed record ClauseResult(bool Satisfied, bool Everywhere, IReadOnlyList<Occurrence> Occurrences)
{
    public static ClauseResult Unsatisfied { get; } = new(false, false, []);

    public static ClauseResult WholeArticle { get; } = new(true, true, []);

    public static ClauseResult At(IReadOnlyList<Occurrence> occurrences) =>
        occurrences.Count == 0 ? Unsatisfied : new(true, false, occurrences);
}
