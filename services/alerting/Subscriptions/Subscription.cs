using NewsMonitor.Contracts;

namespace NewsMonitor.Alerting.Subscriptions;

/// <summary>Who gets which alerts, where.</summary>
internal sealed class Subscription
{
    /// <summary>Stands for every topic.</summary>
    public const string AllTopics = "*";

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Topic ids, or <see cref="AllTopics"/>.</summary>
    public required List<string> Topics { get; init; }

    /// <summary>BCP-47 tags; empty for all languages.</summary>
    public required List<string> Languages { get; init; }

    public TopicLevel MinimumLevel { get; init; }

    /// <summary>The channel's kind, for example <c>console</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Whether a story that grows is told again.</summary>
    public bool Updates { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>True when this match is for this subscription.</summary>
    public bool Wants(TaggedArticle article, MatchedTopic topic) =>
        topic.Level >= MinimumLevel
        && Topics.Any(wanted => wanted == AllTopics || wanted == topic.Id)
        && (Languages.Count == 0 || Languages.Any(language => Covers(language, article.Language.Tag)));

    // "zh" covers zh-Hans and zh-Hant.
    private static bool Covers(string language, string tag) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
