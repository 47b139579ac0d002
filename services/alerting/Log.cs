namespace NewsMonitor.Alerting;

/// <summary>Log messages of alerting, ids 4000 to 4999.</summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Debug, "Article {ArticleId} joined story {StoryId}")]
    public static partial void ArticleJoined(ILogger logger, Guid articleId, Guid storyId);

    [LoggerMessage(4102, LogLevel.Debug, "Alert {AlertId} raised on {TopicId} by article {ArticleId}")]
    public static partial void AlertRaised(ILogger logger, Guid alertId, string topicId, Guid articleId);

    [LoggerMessage(4103, LogLevel.Debug, "Alert {AlertId} on {TopicId} updated by article {ArticleId}")]
    public static partial void AlertUpdated(ILogger logger, Guid alertId, string topicId, Guid articleId);

    [LoggerMessage(4201, LogLevel.Debug, "Delivery {DeliveryId} on {Channel} of alert {AlertId} done")]
    public static partial void Delivered(ILogger logger, Guid deliveryId, string channel, string alertId);

    [LoggerMessage(4202, LogLevel.Warning, "Delivery {DeliveryId} on {Channel} failed, attempt {Attempt}")]
    public static partial void DeliveryFailed(ILogger logger, Guid deliveryId, string channel, int attempt, Exception exception);

    [LoggerMessage(4203, LogLevel.Warning, "Due deliveries could not be read; they are looked for again at the next poll")]
    public static partial void DeliveryPollFailed(ILogger logger, Exception exception);
}
