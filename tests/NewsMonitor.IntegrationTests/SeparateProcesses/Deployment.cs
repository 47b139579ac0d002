using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>The services as processes of their own, on a virtual host and a database of their own.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly List<ServiceProcess> _processes = [];
    private readonly string _connectionString;

    private Deployment(Uri bus, string connectionString)
    {
        Bus = bus;
        _connectionString = connectionString;
        var seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
        _settings = new Dictionary<string, string>
        {
            ["Bus__Url"] = bus.AbsoluteUri,
            ["Database__ConnectionString"] = connectionString,
            ["Seeds__Directory"] = seeds,
        };
    }

    /// <summary>The broker's virtual host.</summary>
    public Uri Bus { get; }

    /// <summary>Every process that was started and not killed.</summary>
    public IReadOnlyList<ServiceProcess> Processes => _processes;

    /// <summary>The gateway.</summary>
    public HttpClient Http => Of("dashboard").Http;

    /// <summary>Prepares a deployment on the servers that all tests share, with nothing started.</summary>
    public static async Task<Deployment> CreateAsync() => await CreateAsync(await TestServers.RabbitMqAsync(), await TestServers.PostgresAsync());

    /// <summary>Prepares a deployment with nothing started.</summary>
    public static async Task<Deployment> CreateAsync(RabbitMqServer broker, PostgresServer database) =>
        new(broker.Amqp(await broker.CreateVirtualHostAsync()), database.ConnectionString(await database.CreateDatabaseAsync()));

    /// <summary>A deployment with instances of every service, all started at the same moment, ready to work.</summary>
    public static async Task<Deployment> StartAsync(int ingest = 1, int tagging = 1, int alerting = 1)
    {
        var deployment = await CreateAsync();
        try
        {
            await deployment.StartAllAsync(ingest, tagging, alerting);
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Overrides a setting of the processes started from now on.</summary>
    public void Set(string name, string value) => _settings[name] = value;

    /// <summary>The first running process of a service.</summary>
    public ServiceProcess Of(string service) => _processes.First(process => process.Service == service);

    /// <summary>Starts instances of every service at the same moment and waits until all are ready.</summary>
    public async Task StartAllAsync(int ingest = 1, int tagging = 1, int alerting = 1)
    {
        for (var count = 0; count < ingest; count++)
            Start("ingest");
        for (var count = 0; count < tagging; count++)
            Start("topic-tagging");
        for (var count = 0; count < alerting; count++)
            Start("alerting");
        Start("language-detection");
        StartGateway();
        await Task.WhenAll(_processes.Select(process => process.ReadyAsync()));
    }

    /// <summary>Starts one more instance.</summary>
    public ServiceProcess Start(string service)
    {
        var process = ServiceProcess.Start(service, _settings);
        _processes.Add(process);
        return process;
    }

    /// <summary>Starts the gateway to the first instance of each service.</summary>
    public ServiceProcess StartGateway()
    {
        Set("Gateway__Ingest", Of("ingest").Address.AbsoluteUri);
        Set("Gateway__LanguageDetection", Of("language-detection").Address.AbsoluteUri);
        Set("Gateway__TopicTagging", Of("topic-tagging").Address.AbsoluteUri);
        Set("Gateway__Alerting", Of("alerting").Address.AbsoluteUri);
        return Start("dashboard");
    }

    /// <summary>Kills a process (kill -9) and starts it again at the same address, as a supervisor does.</summary>
    public async Task<ServiceProcess> KillAndRestartAsync(string service)
    {
        var killed = Of(service);
        await killed.KillAsync();
        return await RestartAsync(killed);
    }

    /// <summary>Starts a process that has ended again at the same address.</summary>
    public async Task<ServiceProcess> RestartAsync(ServiceProcess ended)
    {
        _processes.Remove(ended);
        await ended.DisposeAsync();
        var restarted = ServiceProcess.Start(ended.Service, _settings, ended.Address.Port);
        _processes.Add(restarted);
        return restarted;
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    /// <summary>Every item of a paged list.</summary>
    public Task<List<JsonElement>> GetAllAsync(string path) => Http.GetAllAsync(path, TestContext.Current.CancellationToken);

    /// <summary>One number from the database, past all caches and APIs.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Changes the database behind the services' backs.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until every accepted article is tagged and alerted.</summary>
    public Task SettledAsync(int articles) => Eventually.TrueAsync(
        async () =>
            await CountAsync("SELECT COUNT(*) FROM ingest.article_version") >= articles
            && await CountAsync("SELECT COUNT(*) FROM ingest.article_version WHERE tagged_at IS NULL") == 0
            && await CountAsync("SELECT COUNT(*) FROM tagging.article WHERE alerted_at IS NULL") == 0
            && await CountAsync("SELECT COUNT(*) FROM alerting.alert_delivery WHERE delivered_at IS NULL") == 0,
        Describe);

    /// <summary>What the processes have printed, for the message of a test that fails.</summary>
    public string Describe() => string.Join("\n", _processes.Select(process => $"== {process.Service}\n{Tail(process.Output)}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    private static string Tail(string text) => text.Length <= 4000 ? text : text[^4000..];

    private async Task<NpgsqlConnection> OpenDatabaseAsync()
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
