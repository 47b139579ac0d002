namespace NewsMonitor.Alerting.Stories;

/// <summary>Reports of one event, shared by all topics.</summary>
internal sealed class Story
{
    public Guid Id { get; init; }

    public DateTimeOffset OpenedAt { get; init; }
}

/// <summary>An article's place in a story. All versions of an article stay in its story.</summary>
internal sealed class StoryArticle
{
    public Guid ArticleId { get; init; }

    public Guid StoryId { get; init; }

    /// <summary>The text by which exact duplicates under another address find the story.</summary>
    public required string ContentHash { get; init; }

    public DateTimeOffset JoinedAt { get; init; }
}
