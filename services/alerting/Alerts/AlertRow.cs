namespace NewsMonitor.Alerting.Alerts;

/// <summary>One alert: a topic and a story, unique together.</summary>
internal sealed class AlertRow
{
    public Guid Id { get; init; }

    public required string TopicId { get; init; }

    public required string TopicName { get; init; }

    public Guid StoryId { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>An article of an alert, with the evidence at that version.</summary>
internal sealed class AlertArticleRow
{
    public Guid AlertId { get; init; }

    public Guid ArticleId { get; init; }

    public int Version { get; init; }

    public required string Title { get; init; }

    public required string Source { get; init; }

    public string? Url { get; init; }

    /// <summary>BCP-47 tag.</summary>
    public required string Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>The <see cref="Contracts.MatchedTopic"/> as JSON.</summary>
    public required string TopicJson { get; init; }
}

/// <summary>Something happened to an alert; the rows are what the alert stream serves, in the order of their ids.</summary>
internal sealed class AlertEvent
{
    public long Id { get; init; }

    public Guid AlertId { get; init; }

    /// <summary><c>raised</c> or <c>updated</c>.</summary>
    public required string Kind { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The <see cref="Contracts.Alert"/> after the event as JSON.</summary>
    public required string AlertJson { get; init; }

    public const string Raised = "raised";

    public const string Updated = "updated";
}
