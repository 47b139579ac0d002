using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using RabbitMQ.Client;

namespace NewsMonitor.Testing;

/// <summary>A RabbitMQ broker with its management plugin.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    /// <summary>An administrator of the broker.</summary>
    public const string UserName = "newsmonitor";

    /// <summary>The administrator's password.</summary>
    public const string Password = "newsmonitor";

    private readonly IServer _server;
    private readonly HttpClient _management;

    private RabbitMqServer(IServer server, int port, int managementPort)
    {
        _server = server;
        Port = port;
        Management = new Uri($"http://{server.Host}:{managementPort}");
        _management = new HttpClient { BaseAddress = Management, Timeout = TimeSpan.FromSeconds(30) };
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{UserName}:{Password}")));
    }

    /// <summary>The host of both ports.</summary>
    public string Host => _server.Host;

    /// <summary>The port of AMQP 0-9-1.</summary>
    public int Port { get; }

    /// <summary>The management plugin's HTTP API and user interface.</summary>
    public Uri Management { get; }

    /// <summary>Address and credentials of a virtual host, as clients take them.</summary>
    public Uri Amqp(string virtualHost) => new($"amqp://{UserName}:{Password}@{Host}:{Port}/{Uri.EscapeDataString(virtualHost)}");

    /// <summary>A fresh virtual host in which the user may do everything; returns its name.</summary>
    public async Task<string> CreateVirtualHostAsync()
    {
        var name = $"test-{Guid.NewGuid():n}";
        using var created = await _management.PutAsJsonAsync($"/api/vhosts/{name}", new { });
        created.EnsureSuccessStatusCode();
        using var permitted = await _management.PutAsJsonAsync($"/api/permissions/{name}/{UserName}", new { configure = ".*", write = ".*", read = ".*" });
        permitted.EnsureSuccessStatusCode();
        return name;
    }

    /// <summary>Deletes a virtual host with all its queues; clients in it are disconnected.</summary>
    public async Task DeleteVirtualHostAsync(string name)
    {
        using var deleted = await _management.DeleteAsync($"/api/vhosts/{Uri.EscapeDataString(name)}");
        deleted.EnsureSuccessStatusCode();
    }

    /// <summary>Runs <c>rabbitmqctl</c>; returns what it prints.</summary>
    public Task<string> ControlAsync(params string[] arguments) => _server.ExecuteAsync("rabbitmqctl", arguments);

    internal string Identity => _server.Identity;

    /// <summary>
    /// kill -9. RabbitMQ 3.10 may lose a queue that was declared in the seconds before, with the confirmed messages in it: 2 of 11
    /// times with up to a second between. A test about messages lets the queue outlive a <see cref="StopAsync"/> first.
    /// </summary>
    public Task KillAsync() => _server.KillAsync();

    /// <summary>Stops the broker in good order.</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>Starts a stopped or killed broker again, at the same address and with its data.</summary>
    public async Task StartAsync()
    {
        await _server.StartAsync();
        await ServesAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _management.Dispose();
        await _server.DisposeAsync();
    }

    internal static async Task<RabbitMqServer> StartAsync(IServer server, int port, int managementPort)
    {
        var broker = new RabbitMqServer(server, port, managementPort);
        try
        {
            await broker.StartAsync();
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    // A port that answers is not enough: it listens before the user may log in.
    private Task ServesAsync() => Readiness.WaitAsync(_server, "RabbitMQ", async () =>
    {
        var factory = new ConnectionFactory { Uri = Amqp("/"), RequestedConnectionTimeout = TimeSpan.FromSeconds(5), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync();
        using var overview = await _management.GetAsync("/api/overview");
        overview.EnsureSuccessStatusCode();
    });
}
