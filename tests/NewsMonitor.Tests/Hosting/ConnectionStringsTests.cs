using NewsMonitor.Hosting.Database;
using Npgsql;

namespace NewsMonitor.Tests.Hosting;

public sealed class ConnectionStringsTests
{
    [Fact]
    public void Service_works_in_its_own_schema_and_learns_soon_that_the_server_is_away()
    {
        var connection = Parse("Host=db;Database=newsmonitor;Username=ingest;Command Timeout=7");
        Assert.Equal("ingest", connection.SearchPath);
        Assert.Equal("newsmonitor-ingest", connection.ApplicationName);
        Assert.InRange(connection.Timeout, 1, 5);
        Assert.Equal(7, connection.CommandTimeout);
    }

    [Fact]
    public void What_the_operator_sets_stays() => Assert.Equal(30, Parse("Host=db;Timeout=30").Timeout);

    private static NpgsqlConnectionStringBuilder Parse(string configured) =>
        new(ConnectionStrings.Postgres(new DatabaseOptions { ConnectionString = configured }, "ingest"));
}
