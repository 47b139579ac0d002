using System.Diagnostics;

namespace NewsMonitor.Testing.Docker;

/// <summary>The machine's Docker engine, through its command line.</summary>
internal static class DockerEngine
{
    // An engine that hangs counts as one that is not there.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Task<bool> AnswersAsync() => ProgramRun.SucceedsAsync(new ProcessStartInfo("docker", ["info"]), Patience);

    /// <summary>kill -9 of a container; Testcontainers can only stop one.</summary>
    public static Task KillAsync(string container) => ProgramRun.OutputAsync(new ProcessStartInfo("docker", ["kill", container]));
}
