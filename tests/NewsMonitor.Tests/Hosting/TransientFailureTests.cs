using Microsoft.Data.Sqlite;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using Npgsql;

namespace NewsMonitor.Tests.Hosting;

public sealed class TransientFailureTests
{
    private const int Busy = 5;
    private const int Constraint = 19;

    [Theory]
    [InlineData("57P01")] // an administrator stops the server
    [InlineData("57P03")] // it is starting
    [InlineData("40P01")] // a deadlock was broken
    [InlineData("53300")] // too many connections
    public void Server_that_is_away_or_busy_comes_back(string state) => Assert.True(TransientFailure.Is(Postgres(state)));

    [Theory]
    [InlineData("23505")] // a unique key
    [InlineData("22021")] // a character that no text may hold
    [InlineData("42P01")] // a table that is not there
    public void Statement_that_the_server_refuses_stays_refused(string state) => Assert.False(TransientFailure.Is(Postgres(state)));

    [Fact]
    public void Cause_is_found_however_deep_it_is_wrapped() =>
        Assert.True(TransientFailure.Is(new InvalidOperationException("outer", new InvalidDataException("inner", new SqliteException("locked", Busy)))));

    [Fact]
    public void Broken_constraint_of_sqlite_stays_broken() => Assert.False(TransientFailure.Is(new SqliteException("constraint", Constraint)));

    [Fact]
    public void Broker_that_does_not_confirm_comes_back() => Assert.True(TransientFailure.Is(new BrokerUnavailableException("away")));

    private static PostgresException Postgres(string state) => new("refused", "ERROR", "ERROR", state);
}
