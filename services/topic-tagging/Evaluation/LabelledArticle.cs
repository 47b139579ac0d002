using System.Text.Json.Serialization;

namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>An article of an evaluation set, with the topics that people gave it.</summary>
internal sealed record LabelledArticle
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The language as its author declares it.</summary>
    [JsonPropertyName("lang")]
    public required string Language { get; init; }

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    [JsonPropertyName("source")]
    public required string Source { get; init; }

    [JsonPropertyName("publishedAt")]
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>All topics that it carries.</summary>
    [JsonPropertyName("topics")]
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Why it is in the set: positive, hard-negative, background.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "";

    /// <summary>Topics that it resembles and does not carry.</summary>
    [JsonPropertyName("hardNegativeFor")]
    public IReadOnlyList<string> HardNegativeFor { get; init; } = [];

    /// <summary>Key shared by reports of one event.</summary>
    [JsonPropertyName("story")]
    public string? Story { get; init; }

    /// <summary>What the article tests.</summary>
    [JsonPropertyName("note")]
    public string Note { get; init; } = "";
}
