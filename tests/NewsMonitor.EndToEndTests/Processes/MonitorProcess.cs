using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsMonitor.EndToEndTests.Processes;

/// <summary>The program as a process, as a user starts it.</summary>
internal sealed class MonitorProcess : IAsyncDisposable
{
    // Not a measure of speed: it only ends a test that will never pass.
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(90);

    private readonly RunningProgram _program;

    private MonitorProcess(RunningProgram program) => _program = program;

    public HttpClient Http => _program.Http;

    public int Id => _program.Id;

    /// <summary>What was printed to standard output so far.</summary>
    public string Output => _program.Output;

    /// <summary>What was printed to standard error so far.</summary>
    public string Errors => _program.Errors;

    public static string NewDirectory() => Directory.CreateTempSubdirectory("newsmonitor-e2e-").FullName;

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort() => FreePorts.Take(1)[0];

    /// <summary>Starts <c>newsmonitor run</c> and waits until it answers.</summary>
    public static async Task<MonitorProcess> RunAsync(string workingDirectory, int port, string? program = null, params string[] arguments)
    {
        var monitor = Start(workingDirectory, port, program, arguments);
        await monitor.ReadyAsync();
        return monitor;
    }

    /// <summary>Starts the program without waiting.</summary>
    public static MonitorProcess Start(string workingDirectory, int port, string? program = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program ?? Repository.Program, .. arguments, "--urls", $"http://127.0.0.1:{port}"]) { WorkingDirectory = workingDirectory };
        return new MonitorProcess(RunningProgram.Start(start, port));
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> ExecuteAsync(string workingDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(GiveUp);
        return (process.ExitCode, await output, await errors);
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    /// <summary>Every item of a paged list.</summary>
    public Task<List<JsonElement>> GetAllAsync(string path) => Http.GetAllAsync(path, TestContext.Current.CancellationToken);

    public Task ReadyAsync() => _program.ReadyAsync(TestContext.Current.CancellationToken);

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _program.KillAsync();

    /// <summary>Sends a signal by name and waits for the end; returns the exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> SignalAsync(string signal)
    {
        var start = TimeProvider.System.GetTimestamp();
        return (await _program.SignalAsync(signal), TimeProvider.System.GetElapsedTime(start));
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
