namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Words that name a concept.</summary>
/// <param name="Hit">The words.</param>
/// <param name="Concept">The concept's ordinal; it may be narrower than the one that was asked for.</param>
internal readonly record struct ConceptHit(Hit Hit, int Concept);
