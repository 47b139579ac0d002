using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.Hosting.Database;

/// <summary>Where a service keeps its data. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The database's kind. Default: PostgreSQL; <c>standalone</c> says SQLite.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Postgres;

    /// <summary>The folder of the SQLite files, one a service. Default: <c>data</c> below the working directory.</summary>
    [Required]
    public string Directory { get; set; } = "data";

    /// <summary>
    /// The PostgreSQL server and database, as an Npgsql connection string. Each service sets its own schema.
    /// Default: database <c>newsmonitor</c> on this machine.
    /// </summary>
    [Required]
    public string ConnectionString { get; set; } = "Host=localhost;Database=newsmonitor;Username=newsmonitor";

    /// <summary>A file that holds the password, so that it is in no environment variable. Default: none.</summary>
    public string? PasswordFile { get; set; }
}

/// <summary>The databases that services know.</summary>
public enum DatabaseProvider
{
    /// <summary>One server for all services and instances, a schema a service.</summary>
    Postgres,

    /// <summary>One file a service, for one process.</summary>
    Sqlite,
}
