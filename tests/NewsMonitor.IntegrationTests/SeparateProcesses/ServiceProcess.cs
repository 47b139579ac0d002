using System.Diagnostics;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>One instance of a service as a process, as an operator starts it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Assemblies = new()
    {
        ["ingest"] = "NewsMonitor.Ingest",
        ["language-detection"] = "NewsMonitor.LanguageDetection",
        ["topic-tagging"] = "NewsMonitor.TopicTagging",
        ["alerting"] = "NewsMonitor.Alerting",
        ["dashboard"] = "NewsMonitor.Dashboard",
    };

    private readonly RunningProgram _program;

    private ServiceProcess(string service, RunningProgram program)
    {
        Service = service;
        _program = program;
    }

    public string Service { get; }

    public Uri Address => _program.Address;

    public HttpClient Http => _program.Http;

    /// <summary>What it has printed.</summary>
    public string Output => _program.Output + _program.Errors;

    public static ServiceProcess Start(string service, IReadOnlyDictionary<string, string> settings, int? atPort = null)
    {
        var port = atPort ?? FreePorts.Take(1)[0];
        // The test's own folder is tests/PROJECT/bin/CONFIGURATION/FRAMEWORK.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        var start = new ProcessStartInfo("dotnet", Path.Combine(root.FullName, "services", service, "bin", output.Parent.Name, output.Name, Assemblies[service] + ".dll"));
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return new ServiceProcess(service, RunningProgram.Start(start, port));
    }

    /// <summary>Waits until it is ready to work.</summary>
    public Task ReadyAsync() => _program.ReadyAsync(TestContext.Current.CancellationToken);

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _program.KillAsync();

    /// <summary>Asks it to stop (SIGTERM) and returns its exit code.</summary>
    public Task<int> StopAsync() => _program.SignalAsync("TERM");

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
