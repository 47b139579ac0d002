using Microsoft.Extensions.Logging;

namespace NewsMonitor.Hosting;

/// <summary>Log messages of the shared hosting code, ids 100 to 199.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "Sweep of {Rows} failed; it is tried again at the next tick")]
    public static partial void SweepFailed(ILogger logger, string rows, Exception exception);

    [LoggerMessage(102, LogLevel.Warning, "Waiting for the database of {Schema}: {Reason}")]
    public static partial void WaitingForDatabase(ILogger logger, string schema, string reason);

    [LoggerMessage(103, LogLevel.Warning, "Listening for {Channel} failed and is tried again: {Reason}")]
    public static partial void ListenerFailed(ILogger logger, string channel, string reason);

    [LoggerMessage(104, LogLevel.Warning, "The broker has not confirmed {Count} items; they are published again until it does: {Reason}")]
    public static partial void NotConfirmed(ILogger logger, int count, string reason);

    [LoggerMessage(105, LogLevel.Warning, "The depths of the queues cannot be read: {Reason}")]
    public static partial void DepthsUnknown(ILogger logger, string reason);

    [LoggerMessage(106, LogLevel.Information, "{Count} dead letters of {Queue} were sent back to it")]
    public static partial void Redriven(ILogger logger, int count, string queue);

    [LoggerMessage(111, LogLevel.Information, "{Count} {What} were deleted, as old as the retention says")]
    public static partial void Expired(ILogger logger, int count, string what);

    [LoggerMessage(113, LogLevel.Warning, "The database is nearly full ({Available} bytes left): {Count} {What} from before {Before:u} were deleted before their time")]
    public static partial void ExpiredEarly(ILogger logger, long available, int count, string what, DateTimeOffset before);

    [LoggerMessage(114, LogLevel.Error, "The database is nearly full ({Available} bytes left), and no {What} older than a day are left to delete")]
    public static partial void NothingToExpireEarly(ILogger logger, long available, string what);

    [LoggerMessage(115, LogLevel.Warning, "The database is nearly full ({Available} bytes left), and deleting old {What} has gained nothing, as while a backup is made: it goes on later")]
    public static partial void NoRoomGained(ILogger logger, long available, string what);

    [LoggerMessage(116, LogLevel.Warning, "How much room the database has for {Schema} cannot be read, or none could be made: {Reason}")]
    public static partial void NoRoomMade(ILogger logger, string schema, string reason);

    [LoggerMessage(112, LogLevel.Warning, "Old {What} could not be deleted and are tried again later: {Reason}")]
    public static partial void RetentionFailed(ILogger logger, string what, string reason);

    [LoggerMessage(110, LogLevel.Warning, "The state of the pipeline cannot be read for the metrics: {Reason}")]
    public static partial void StateUnknown(ILogger logger, string reason);
}
