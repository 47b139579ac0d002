using System.Diagnostics;

namespace NewsMonitor.EndToEndTests.Compose;

/// <summary>
/// Where the compose file's tests run: where a Docker engine answers and containers are asked for, by <c>NEWSMONITOR_TEST_INFRA=docker</c>.
/// Elsewhere they are skipped with a reason, or fail with <c>NEWSMONITOR_REQUIRE_DOCKER=1</c>, so that a build server cannot lose them unseen.
/// </summary>
internal static class DockerRequired
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Lazy<Task<bool>> Answers = new(AnswersAsync);

    /// <summary>Skips the calling test, or fails it, where it cannot run.</summary>
    public static async Task CheckAsync()
    {
        var infrastructure = Environment.GetEnvironmentVariable("NEWSMONITOR_TEST_INFRA");
        var required = Environment.GetEnvironmentVariable("NEWSMONITOR_REQUIRE_DOCKER") == "1" && infrastructure != "native";
        Assert.SkipUnless(required || infrastructure == "docker", "The tests of docker-compose.yml run with NEWSMONITOR_TEST_INFRA=docker: ./test.sh compose");
        if (await Answers.Value)
            return;
        if (required)
            Assert.Fail("NEWSMONITOR_REQUIRE_DOCKER is 1, and no Docker engine answers 'docker info'.");
        Assert.Skip("No Docker engine answers 'docker info': docker-compose.yml is not tested here.");
    }

    private static async Task<bool> AnswersAsync()
    {
        try
        {
            return (await Command.RunAsync(Directory.GetCurrentDirectory(), null, Patience, "docker", "info")).ExitCode == 0;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or TimeoutException)
        {
            return false;
        }
    }
}

/// <summary>A program that runs to its end.</summary>
internal static class Command
{
    /// <summary>Runs a program and returns what it printed, to both streams, in the order of its lines.</summary>
    /// <exception cref="TimeoutException">It took too long and was killed.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string directory, IReadOnlyDictionary<string, string?>? environment, TimeSpan within, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(within, TimeProvider.System);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await output + await errors);
    }
}
