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
}
