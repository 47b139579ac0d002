using Microsoft.Extensions.Logging;

namespace NewsMonitor.Hosting;

/// <summary>Log messages of the shared hosting code, ids 100 to 199.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "Sweep of {Rows} failed; it is tried again at the next tick")]
    public static partial void SweepFailed(ILogger logger, string rows, Exception exception);
}
