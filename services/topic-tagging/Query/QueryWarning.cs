namespace NewsMonitor.TopicTagging.Query;

/// <summary>Something that a query may do and probably should not.</summary>
/// <param name="Position">0-based offset of the clause.</param>
/// <param name="Clause">The clause in normal form.</param>
/// <param name="Message">What it leads to.</param>
/// <param name="Hint">What to write instead.</param>
internal sealed record QueryWarning(int Position, string Clause, string Message, string? Hint);
