using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>One instance of a service as a process, as an operator starts it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(40);

    private static readonly Dictionary<string, string> Assemblies = new()
    {
        ["ingest"] = "NewsMonitor.Ingest",
        ["language-detection"] = "NewsMonitor.LanguageDetection",
        ["topic-tagging"] = "NewsMonitor.TopicTagging",
        ["alerting"] = "NewsMonitor.Alerting",
        ["dashboard"] = "NewsMonitor.Dashboard",
    };

    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private ServiceProcess(string service, Process process, int port)
    {
        Service = service;
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Service { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>What it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static ServiceProcess Start(string service, IReadOnlyDictionary<string, string> settings, int? atPort = null)
    {
        var port = atPort ?? FreePort();
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "services", service, "bin", output.Parent.Name, output.Name, Assemblies[service] + ".dll");
        var start = new ProcessStartInfo("dotnet", program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return new ServiceProcess(service, Process.Start(start)!, port);
    }

    /// <summary>Waits until it is ready to work.</summary>
    public Task ReadyAsync() => Eventually.TrueAsync(
        async () =>
        {
            Assert.False(_process.HasExited, $"{Service} has ended: {Output}");
            try
            {
                using var response = await Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        () => $"{Service} is not ready: {Output}");

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        // Also waits for the last output to be read.
        _process.WaitForExit();
    }

    /// <summary>Asks it to stop (SIGTERM) and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(StopTimeout);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        Http.Dispose();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Append(string? line)
    {
        // Null is the end of the stream.
        if (line is null)
            return;
        lock (_log)
            _log.AppendLine(line);
    }
}
