namespace NewsMonitor.TopicTagging.Topics;

/// <summary>In which languages a clause can match.</summary>
/// <param name="Position">0-based offset of the clause.</param>
/// <param name="Clause">The clause in normal form.</param>
/// <param name="Covered">The languages in which it can.</param>
/// <param name="Missing">Those in which it cannot.</param>
/// <param name="Concepts">Concepts that a plain word names, to offer in its place.</param>
internal sealed record CoverageLine(int Position, string Clause, IReadOnlyList<string> Covered, IReadOnlyList<string> Missing, IReadOnlyList<string> Concepts)
{
    /// <summary>The line as people read it.</summary>
    public string Text => Missing.Count == 0
        ? $"can match in all {Covered.Count} languages"
        : $"can match in {Covered.Count} of {Covered.Count + Missing.Count} languages{(Covered.Count > 0 ? ": " : "")}{string.Join(", ", Covered)}; missing {string.Join(", ", Missing)}";
}
