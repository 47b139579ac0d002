using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace NewsMonitor.Hosting.Database;

/// <summary>Completes the configured connection with what every service needs.</summary>
internal static class ConnectionStrings
{
    public static string Sqlite(DatabaseOptions options, string name) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.Directory, $"{name}.db"),
        // How long a statement waits for another writer, in seconds.
        DefaultTimeout = 30,
        Pooling = true,
    }.ConnectionString;

    /// <exception cref="IOException">The password file cannot be read.</exception>
    public static string Postgres(DatabaseOptions options, string schema)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString) { SearchPath = schema };
        connection.ApplicationName ??= $"newsmonitor-{schema}";
        // A caller is answered within 5 s that the database is away; the pipeline's retries come back by themselves.
        if (!new DbConnectionStringBuilder { ConnectionString = options.ConnectionString }.ContainsKey(nameof(connection.Timeout)))
            connection.Timeout = 4;
        if (options.PasswordFile is { } file)
            connection.Password = File.ReadAllText(file).TrimEnd('\r', '\n');
        return connection.ConnectionString;
    }
}
