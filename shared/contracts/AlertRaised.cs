namespace NewsMonitor.Contracts;

/// <summary>A story on a topic appeared. Published by alerting on its bus channel, for integrators.</summary>
/// <param name="IdempotencyKey">The same for every attempt to send this message.</param>
/// <param name="Alert">The alert when it was raised.</param>
public sealed record AlertRaised(string IdempotencyKey, Alert Alert);

/// <summary>A story on a topic grew or changed. Published by alerting on its bus channel, for integrators.</summary>
/// <param name="IdempotencyKey">The same for every attempt to send this message.</param>
/// <param name="Alert">The alert after the change.</param>
public sealed record AlertUpdated(string IdempotencyKey, Alert Alert);

/// <summary>One alert: a topic, a story, and the articles that report it.</summary>
/// <param name="Id">The alert's id.</param>
/// <param name="TopicId">The topic's id.</param>
/// <param name="TopicName">The topic's name.</param>
/// <param name="StoryId">The story, shared by all topics.</param>
/// <param name="RaisedAt">When the alert was raised.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Articles">The story's articles on this topic, the one that raised the alert first.</param>
public sealed record Alert(
    Guid Id,
    string TopicId,
    string TopicName,
    Guid StoryId,
    DateTimeOffset RaisedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<AlertArticle> Articles);

/// <summary>An article of an alert.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version that was tagged.</param>
/// <param name="Title">The headline.</param>
/// <param name="Source">The outlet.</param>
/// <param name="Url">The address, if any.</param>
/// <param name="Language">BCP-47 tag.</param>
/// <param name="PublishedAt">When the outlet published it, if known.</param>
/// <param name="Topic">The topic's match in this article.</param>
public sealed record AlertArticle(
    Guid Id,
    int Version,
    string Title,
    string Source,
    string? Url,
    string Language,
    DateTimeOffset? PublishedAt,
    MatchedTopic Topic);
