namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The unit within which an AND must hold when it stands under SENTENCE or PARAGRAPH.</summary>
/// <param name="Kind">Sentence or paragraph.</param>
/// <param name="Distance">How many further on.</param>
internal readonly record struct QueryUnit(ClauseKind Kind, int Distance);
