namespace NewsMonitor.Ingest;

/// <summary>Log messages of ingest, ids 1000 to 1999.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "Article {ArticleId} version {Version} accepted, duplicate: {Duplicate}")]
    public static partial void ArticleAccepted(ILogger logger, Guid articleId, int version, bool duplicate);

    [LoggerMessage(1002, LogLevel.Warning, "Article {ArticleId} version {Version} failed in the pipeline: {Reason}")]
    public static partial void ArticleFailed(ILogger logger, Guid articleId, int version, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "{Count} article versions had no answer in time and were published again")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(1004, LogLevel.Information, "{Count} article versions from before the start were published again")]
    public static partial void Republished(ILogger logger, int count);

    [LoggerMessage(1005, LogLevel.Warning, "The broker did not confirm a submission in time; its row waits to be published")]
    public static partial void NotConfirmed(ILogger logger, Exception exception);

    [LoggerMessage(1006, LogLevel.Error, "The demo article {File} cannot be used: {Error}")]
    public static partial void SeedRefused(ILogger logger, string file, string error);

    [LoggerMessage(1007, LogLevel.Warning, "The result of a submission could not be delivered to {ReplyTo}: the queue is gone, or not bound to the exchange of results")]
    public static partial void ReplyDropped(ILogger logger, string replyTo);
}
