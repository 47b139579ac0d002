namespace NewsMonitor.TopicTagging;

/// <summary>Log messages of topic-tagging, ids 3000 to 3999.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Debug, "Article {ArticleId} version {Version} tagged with {Topics} topics")]
    public static partial void ArticleTagged(ILogger logger, Guid articleId, int version, int topics);

    [LoggerMessage(3002, LogLevel.Warning, "Article {ArticleId} version {Version} failed in alerting: {Reason}")]
    public static partial void ArticleFailed(ILogger logger, Guid articleId, int version, string reason);

    [LoggerMessage(3003, LogLevel.Warning, "{Count} articles had no answer of alerting in time and were published again")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(3004, LogLevel.Information, "{Count} tagged articles from before the start were published again")]
    public static partial void Republished(ILogger logger, int count);

    [LoggerMessage(3005, LogLevel.Debug, "{Topics} topics are live, lexicon {LexiconVersion}")]
    public static partial void TopicsLoaded(ILogger logger, int topics, string lexiconVersion);

    [LoggerMessage(3006, LogLevel.Error, "Topic {TopicId} cannot be used and is left out: {Error}")]
    public static partial void TopicBroken(ILogger logger, string topicId, string error);

    [LoggerMessage(3007, LogLevel.Information, "Backfill of topic {TopicId} over {Days} days goes on after {Scanned} articles")]
    public static partial void BackfillRuns(ILogger logger, string topicId, int days, int scanned);

    [LoggerMessage(3008, LogLevel.Warning, "Backfill of topic {TopicId} was interrupted")]
    public static partial void BackfillFailed(ILogger logger, string topicId, Exception exception);
}
