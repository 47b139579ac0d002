using System.Text.Json.Serialization;

namespace NewsMonitor.TopicTagging.Topics.Backfill;

/// <summary>The last backfill of a topic: what was asked for and how far it has come.</summary>
internal sealed record BackfillRow
{
    public required string TopicId { get; init; }

    /// <summary>Names this run, so that a worker which comes late never writes into the next one.</summary>
    public Guid RunId { get; init; }

    /// <summary>The version of the topic that it runs with.</summary>
    public int TopicVersion { get; init; }

    public int Days { get; init; }

    public BackfillState State { get; init; }

    /// <summary>Articles received from here …</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>… to here, the moment of the request: later ones are matched as they come.</summary>
    public DateTimeOffset Until { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Articles read, each version for itself.</summary>
    public int Scanned { get; init; }

    /// <summary>Those that match, at any level.</summary>
    public int Matched { get; init; }

    /// <summary>Matches that the archive did not have.</summary>
    public int Added { get; init; }

    /// <summary>The last article read, from where it goes on.</summary>
    public DateTimeOffset? AfterReceivedAt { get; init; }

    public Guid? AfterArticleId { get; init; }

    public int? AfterVersion { get; init; }

    /// <summary>Until when an instance works on it; past that another may go on.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Why it did not come to its end.</summary>
    public string? Problem { get; init; }
}

/// <summary>Where a backfill stands.</summary>
internal enum BackfillState
{
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("done")]
    Done,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    [JsonStringEnumMemberName("failed")]
    Failed,
}
