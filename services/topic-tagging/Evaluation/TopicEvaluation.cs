using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>Runs topics over labelled articles. A topic counts as given when its level reaches the topic's notifying level.</summary>
internal static class TopicEvaluation
{
    /// <summary>Runs the evaluation.</summary>
    /// <param name="articles">The labelled articles.</param>
    /// <param name="topics">The topics that <paramref name="matcher"/> was made of.</param>
    /// <param name="matcher">The matcher.</param>
    /// <param name="detect">Names the language of a title and a text; null to trust the declared one.</param>
    public static EvaluationResult Run(
        IReadOnlyList<LabelledArticle> articles,
        IReadOnlyList<TopicDefinition> topics,
        TopicMatcher matcher,
        Func<string, string, DetectedLanguage>? detect = null)
    {
        var byTopic = topics.ToDictionary(t => t.Id, _ => Tally.Zero);
        var byLanguage = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var mistakes = new List<EvaluationMistake>();
        foreach (var article in articles)
        {
            foreach (var explanation in matcher.Explain(Input(article, detect)))
            {
                var notify = topics.First(t => t.Id == explanation.TopicId).Notify;
                var (expected, given) = (article.Topics.Contains(explanation.TopicId), explanation.Level >= notify);
                var tally = new Tally(expected && given ? 1 : 0, expected && !given ? 1 : 0, !expected && given ? 1 : 0);
                byTopic[explanation.TopicId] = byTopic[explanation.TopicId].Add(tally);
                byLanguage[article.Language] = byLanguage.GetValueOrDefault(article.Language, Tally.Zero).Add(tally);
                if (expected != given) mistakes.Add(new(article, explanation.TopicId, expected, explanation));
            }
        }

        return new(byTopic, byLanguage, byTopic.Values.Aggregate(Tally.Zero, (a, b) => a.Add(b)), mistakes, articles.Count);
    }

    private static MatchInput Input(LabelledArticle article, Func<string, string, DetectedLanguage>? detect)
    {
        var language = detect?.Invoke(article.Title, article.Body);
        IReadOnlyList<string> tags = language is null ? [article.Language] : PlausibleLanguages.Of(language);
        return new(article.Title, article.Body, tags, article.Source, null, []);
    }
}
