using System.Text.Json.Serialization;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Topics.Examples;

/// <summary>How a topic did on one of the texts that it names as its tests.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="Name">The text, as the topic names it.</param>
/// <param name="Must">It must match; else it must not.</param>
/// <param name="Outcome">How it did.</param>
/// <param name="Reason">Why it did so, for people; for a text that must match and does not, what came nearest.</param>
/// <param name="Explanation">The whole of it, when it failed.</param>
internal sealed record ExampleResult(
    string TopicId,
    string Name,
    bool Must,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ExampleOutcome>))] ExampleOutcome Outcome,
    string Reason,
    TopicExplanation? Explanation)
{
    /// <summary>The result as one sentence for people.</summary>
    public string Sentence() => Outcome switch
    {
        ExampleOutcome.Passed => $"{Name} {(Must ? "matches" : "does not match")}, as it must.",
        ExampleOutcome.Failed => $"{Name} {(Must ? "must match and does not" : "must not match and does")}: {Reason}.",
        _ => $"{Name} was not checked: {Reason}.",
    };
}

/// <summary>How a topic did on a text.</summary>
internal enum ExampleOutcome
{
    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The text is not to be found: not in this archive, and no example that ships.</summary>
    [JsonStringEnumMemberName("notFound")]
    NotFound,
}
