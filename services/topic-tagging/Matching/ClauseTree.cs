namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A query compiled for its evaluation the long way.</summary>
/// <param name="Root">Its topmost clause.</param>
/// <param name="Count">How many clauses it has.</param>
internal sealed record ClauseTree(Clause Root, int Count);
