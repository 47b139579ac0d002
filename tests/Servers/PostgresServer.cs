using Npgsql;

namespace NewsMonitor.Testing;

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The superuser.</summary>
    public const string UserName = "newsmonitor";

    /// <summary>The superuser's password.</summary>
    public const string Password = "newsmonitor";

    private const string Maintenance = "postgres";

    private readonly IServer _server;

    private PostgresServer(IServer server, int port)
    {
        _server = server;
        Port = port;
    }

    /// <summary>
    /// What differs from PostgreSQL's defaults. Without fsync a commit survives every death of the server, because the system has
    /// its bytes by then; only a crash of the machine would lose it, which no test causes. synchronous_commit stays on: without it
    /// a commit that was reported may not have left the server when it is killed.
    /// </summary>
    internal static IReadOnlyList<string> Settings { get; } =
    [
        "-c", "fsync=off",
        "-c", "full_page_writes=off",
        "-c", "synchronous_commit=on",
        // Five services with a pool each, for every test that runs at the same time.
        "-c", "max_connections=300",
    ];

    /// <summary>The server's host.</summary>
    public string Host => _server.Host;

    /// <summary>The server's port.</summary>
    public int Port { get; }

    /// <summary>Address and credentials of a database, as Npgsql takes them.</summary>
    public string ConnectionString(string database) => Connection(database).ConnectionString;

    /// <summary>A fresh, empty database; returns its name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():n}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\"");
        return name;
    }

    /// <summary>Deletes a database; clients of it are disconnected.</summary>
    public async Task DropDatabaseAsync(string name)
    {
        // Otherwise the next user of the pool is given a connection that the server has closed.
        await using (var pooled = new NpgsqlConnection(ConnectionString(name)))
            NpgsqlConnection.ClearPool(pooled);
        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" WITH (FORCE)");
    }

    internal string Identity => _server.Identity;

    /// <summary>kill -9 of the server with all its processes.</summary>
    public Task KillAsync() => _server.KillAsync();

    /// <summary>Stops the server in good order without waiting for clients ("fast").</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>Starts a stopped or killed server again, at the same address and with its data.</summary>
    public async Task StartAsync()
    {
        await _server.StartAsync();
        await Readiness.WaitAsync(_server, "PostgreSQL", () => ExecuteAsync("SELECT 1"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal static async Task<PostgresServer> StartAsync(IServer server, int port)
    {
        var postgres = new PostgresServer(server, port);
        try
        {
            await postgres.StartAsync();
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    private NpgsqlConnectionStringBuilder Connection(string database) => new()
    {
        Host = Host,
        Port = Port,
        Username = UserName,
        Password = Password,
        Database = database,
        IncludeErrorDetail = true,
    };

    private async Task ExecuteAsync(string sql)
    {
        var address = Connection(Maintenance);
        // A pool would keep connections of a server that is killed and started again.
        address.Pooling = false;
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
