namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What follows when a phrase, or two phrases near each other, were found.</summary>
/// <param name="Owner">The concept's ordinal, or the number of concepts plus the compound's ordinal.</param>
/// <param name="Role">What the pattern does.</param>
/// <param name="Right">The second phrase, or -1.</param>
/// <param name="Distance">Words allowed between the two.</param>
/// <param name="Ordered">The first comes first.</param>
internal sealed record PatternRule(int Owner, PatternRole Role, int Right, int Distance, bool Ordered);
