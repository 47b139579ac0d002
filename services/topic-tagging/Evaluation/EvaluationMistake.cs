using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>A wrong answer.</summary>
/// <param name="Article">The article.</param>
/// <param name="Topic">The topic.</param>
/// <param name="IsMiss">It should have been found; else it was found and should not.</param>
/// <param name="Explanation">How the answer came about.</param>
internal sealed record EvaluationMistake(LabelledArticle Article, string Topic, bool IsMiss, TopicExplanation Explanation);
