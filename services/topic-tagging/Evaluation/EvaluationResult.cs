namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>What an evaluation found.</summary>
/// <param name="ByTopic">Answers per topic.</param>
/// <param name="ByLanguage">Answers per language of the articles, all topics together.</param>
/// <param name="Total">All answers (micro average).</param>
/// <param name="Mistakes">Every miss and false alarm.</param>
/// <param name="Articles">How many articles were read.</param>
internal sealed record EvaluationResult(
    IReadOnlyDictionary<string, Tally> ByTopic,
    IReadOnlyDictionary<string, Tally> ByLanguage,
    Tally Total,
    IReadOnlyList<EvaluationMistake> Mistakes,
    int Articles);
