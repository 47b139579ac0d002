using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(NewsMonitor.EndToEndTests.Compose.ComposeStack))]

namespace NewsMonitor.EndToEndTests.Compose;

/// <summary>
/// What an operator has: a clean checkout, in which deploy/init and <c>docker compose up -d</c> were run. Built and started once, when the
/// first test asks; the tests of one collection use it one after the other and leave it running as it was.
/// </summary>
public sealed class ComposeStack : IAsyncDisposable
{
    /// <summary>The tests' collection: they share the stack.</summary>
    public const string Collection = "compose";

    // The tests reach the broker as integrators do.
    private const string WithBus = "docker-compose.yml:deploy/bus.yml";
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _directory = Directory.CreateTempSubdirectory("newsmonitor-compose-").FullName;
    private readonly Dictionary<string, string?> _environment;
    private Task? _start;

    public ComposeStack()
        : this(WithBus, "")
    {
    }

    private ComposeStack(string files, string suffix)
    {
        Project = $"newsmonitor-test-{Environment.ProcessId}{suffix}";
        var ports = FreePorts.Take(2);
        BusPort = ports[1];
        _environment = new Dictionary<string, string?>
        {
            ["COMPOSE_PROJECT_NAME"] = Project,
            ["COMPOSE_FILE"] = files,
            ["NEWSMONITOR_PORT"] = ports[0].ToString(CultureInfo.InvariantCulture),
            ["NEWSMONITOR_BUS_PORT"] = BusPort.ToString(CultureInfo.InvariantCulture),
            // Images of a name of their own: the machine's own NewsMonitor keeps its images.
            ["NEWSMONITOR_VERSION"] = "test",
        };
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports[0]}"), Timeout = TimeSpan.FromSeconds(15) };
    }

    /// <summary>The project's name, which heads the names of its networks.</summary>
    public string Project { get; }

    /// <summary>The dashboard: pages and API.</summary>
    public HttpClient Http { get; }

    /// <summary>The port of AMQPS on this machine.</summary>
    public int BusPort { get; }

    /// <summary>The operator's checkout.</summary>
    public string Checkout => _directory;

    /// <summary>From <c>up -d</c>, after the build, until everything is healthy.</summary>
    public TimeSpan TimeToHealthy { get; private set; }

    /// <summary>A second stack, beside the shared one, with three brokers.</summary>
    public static ComposeStack WithCluster() => new("docker-compose.yml:deploy/cluster.yml", "-cluster");

    /// <summary>Skips the test where it cannot run; otherwise sees to it that the stack is up.</summary>
    public async Task StartedAsync()
    {
        await DockerRequired.CheckAsync();
        await (_start ??= StartAsync());
    }

    /// <summary>Runs <c>docker compose</c> and returns what it printed.</summary>
    public Task<string> ComposeAsync(params string[] arguments) => RunAsync(Patience, "docker", ["compose", .. arguments]);

    /// <summary>Runs <c>docker</c> and returns what it printed.</summary>
    public Task<string> DockerAsync(params string[] arguments) => RunAsync(Patience, "docker", arguments);

    /// <summary>Runs a script of the checkout and returns what it printed.</summary>
    public Task<string> ScriptAsync(string path, params string[] arguments) => RunAsync(Patience, Path.Combine(_directory, path), arguments);

    /// <summary>Runs a program in the checkout, however it ends.</summary>
    internal Task<(int ExitCode, string Output)> TryAsync(string program, params string[] arguments) => Command.RunAsync(_directory, _environment, Patience, program, arguments);

    /// <summary>The running containers of a service.</summary>
    public async Task<string[]> ContainersAsync(string service) =>
        (await ComposeAsync("ps", "-q", service)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Waits until every container is healthy and the gateway answers.</summary>
    public async Task HealthyAsync()
    {
        var states = "";
        await EventuallyAsync(
            async () =>
            {
                var ids = (await ComposeAsync("ps", "-q")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                states = await DockerAsync(["inspect", "--format", "{{.Name}} {{if .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}", .. ids]);
                return states.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.TrimEnd().EndsWith(" healthy", StringComparison.Ordinal)) && await AnswersAsync();
            },
            () => Task.FromResult($"not healthy:\n{states}"));
    }

    /// <summary>Waits for what the stack brings about; a failure shows what its services logged last.</summary>
    public async Task EventuallyAsync(Func<Task<bool>> condition, Func<Task<string>> what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                Assert.Fail($"{await what()}\n{await ComposeAsync("ps")}\n{await ComposeAsync("logs", "--tail", "40")}");
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Kills a container's process, as a crash does: <c>docker kill</c> would count as the operator's wish and switch the restart off.</summary>
    public async Task CrashAsync(string container)
    {
        var pid = (await DockerAsync("inspect", "--format", "{{.State.Pid}}", container)).Trim();
        var (exitCode, output) = await TryAsync("kill", "-9", pid);
        if (exitCode == 0)
            return;
        // Not allowed to: then without the restart policy's part.
        Assert.Contains("permitted", output, StringComparison.OrdinalIgnoreCase);
        await DockerAsync("kill", container);
        await DockerAsync("start", container);
    }

    /// <summary>Runs a program in the one container of a service. Not by <c>docker compose exec</c>, whose older versions lose output without a terminal.</summary>
    public async Task<string> ExecuteAsync(string service, params string[] command) => await DockerAsync(["exec", Assert.Single(await ContainersAsync(service)), .. command]);

    /// <summary>What the database says, past all APIs; empty while it does not answer.</summary>
    public async Task<string> QueryAsync(string sql)
    {
        var containers = await ContainersAsync("postgres");
        var (exitCode, output) = containers is [var container]
            ? await TryAsync("docker", "exec", container, "psql", "-U", "postgres", "-d", "newsmonitor", "-At", "-c", sql)
            : (1, "");
        return exitCode == 0 ? output.Trim() : "";
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    /// <summary>Every item of a paged list.</summary>
    public Task<List<JsonElement>> GetAllAsync(string path) => Http.GetAllAsync(path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_start is not null)
            await Command.RunAsync(_directory, _environment, Patience, "docker", "compose", "down", "-v", "--remove-orphans", "--timeout", "5");
        Directory.Delete(_directory, recursive: true);
    }

    private async Task StartAsync()
    {
        await CheckOutAsync();
        await ScriptAsync("deploy/init");
        await ScriptAsync("deploy/keys", "certificate", "--bus", "localhost");
        await RunAsync(BuildPatience, "docker", "compose", "build");
        var start = TimeProvider.System.GetTimestamp();
        await ComposeAsync("up", "-d");
        await HealthyAsync();
        TimeToHealthy = TimeProvider.System.GetElapsedTime(start);
    }

    // What is committed or about to be: no build output, no secrets, no settings of this machine.
    private async Task CheckOutAsync()
    {
        var (_, files) = await Command.RunAsync(Repository.Root, null, Patience, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file))))
        {
            var target = Path.Combine(_directory, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, file), target);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await Http.GetAsync("/api/pipeline", TestContext.Current.CancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> RunAsync(TimeSpan within, string program, params string[] arguments)
    {
        var (exitCode, output) = await Command.RunAsync(_directory, _environment, within, program, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{(output.Length > 6000 ? output[^6000..] : output)}");
        return output;
    }
}
