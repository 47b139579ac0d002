namespace NewsMonitor.Standalone.Commands;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work was tried and failed, or was refused.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments, or surroundings in which the command cannot work: a file that is missing, a directory in use.</summary>
    public const int Usage = 2;
}

/// <summary>The command cannot work as it was called; the message says what to do. Ends the process with <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
