using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Why a topic matches an article or does not.</summary>
/// <param name="TopicId">The topic's id.</param>
/// <param name="Name">The topic's name.</param>
/// <param name="Matched">The query holds.</param>
/// <param name="Level">How much the article is about it, when it matches.</param>
/// <param name="LevelReason">Why that level; empty when the query does not hold.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Root">The query's clauses.</param>
internal sealed record TopicExplanation(
    string TopicId,
    string Name,
    bool Matched,
    TopicLevel? Level,
    string LevelReason,
    double Score,
    ClauseExplanation Root);
