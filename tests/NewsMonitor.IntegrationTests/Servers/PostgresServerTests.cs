using Npgsql;

namespace NewsMonitor.IntegrationTests.Servers;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task Databases_are_apart_and_gone_when_dropped()
    {
        var postgres = await TestServers.PostgresAsync();
        var (one, other) = (await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
        await ExecuteAsync(postgres, one, "CREATE TABLE kept (id int)");
        await ExecuteAsync(postgres, other, "CREATE TABLE kept (id int)");

        await postgres.DropDatabaseAsync(one);
        await postgres.DropDatabaseAsync(other);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(postgres, one, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refusal.SqlState);
    }

    [Fact]
    public async Task Committed_rows_survive_a_stop_and_kill_9_at_the_same_address()
    {
        await using var postgres = await TestServers.NewPostgresAsync();
        var database = await postgres.CreateDatabaseAsync();
        var address = postgres.ConnectionString(database);
        await ExecuteAsync(postgres, database, "CREATE TABLE kept (id int)");
        await ExecuteAsync(postgres, database, "INSERT INTO kept VALUES (1)");

        await postgres.StopAsync();
        await Assert.ThrowsAsync<NpgsqlException>(() => ExecuteAsync(postgres, database, "SELECT 1"));
        await postgres.StartAsync();
        await ExecuteAsync(postgres, database, "INSERT INTO kept VALUES (2)");
        await postgres.KillAsync();
        await postgres.StartAsync();

        Assert.Equal(address, postgres.ConnectionString(database));
        Assert.Equal(2L, await ExecuteAsync(postgres, database, "SELECT count(*) FROM kept"));
        Assert.Equal("300", await ExecuteAsync(postgres, database, "SHOW max_connections"));
        Assert.Equal("on", await ExecuteAsync(postgres, database, "SHOW synchronous_commit"));
    }

    private static async Task<object?> ExecuteAsync(PostgresServer postgres, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
