using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>How much an article is about a topic that matches.</summary>
/// <param name="Level">The level.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Score">0 to 1, for sorting.</param>
internal sealed record LevelVerdict(TopicLevel Level, string Reason, double Score);
