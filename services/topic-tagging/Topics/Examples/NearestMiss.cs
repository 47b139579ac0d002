using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Topics.Examples;

/// <summary>Finds in an explanation the one clause that people need to see.</summary>
internal static class NearestMiss
{
    private const int MaxClause = 120;

    /// <summary>Why the text does not reach the topic's notifying level, or that it does.</summary>
    public static string Of(TopicExplanation explanation, TopicLevel notify)
    {
        if (explanation.Level is { } level)
        {
            var reached = $"{Name(level)} ({explanation.LevelReason.TrimEnd('.')})";
            return level >= notify ? reached : $"only {reached}, and the topic alerts from {Name(notify)}";
        }

        var clause = Closest(explanation.Root);
        return $"{Shortened(clause.Clause)}: {clause.Reason}";
    }

    // Down to the alternative that has most of what it needs, as long as part of it was found.
    private static ClauseExplanation Closest(ClauseExplanation clause)
    {
        var best = clause.Children.Where(child => !child.Satisfied).MaxBy(Found);
        return best is null || best.Children.Count == 0 || Found(best) == 0 ? clause : Closest(best);
    }

    private static int Found(ClauseExplanation clause) =>
        clause.Children.Count == 0 ? (clause.Satisfied ? 1 : 0) : clause.Children.Sum(Found);

    private static string Name(TopicLevel level) => level.ToString().ToLowerInvariant();

    private static string Shortened(string clause) => clause.Length <= MaxClause ? clause : clause[..MaxClause] + "…";
}
