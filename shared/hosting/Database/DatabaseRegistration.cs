using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsMonitor.Hosting.Database;

/// <summary>Registers a service's own database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Adds the context and migrates its database when the host starts, before the bus does.</summary>
    /// <typeparam name="TContext">The service's context.</typeparam>
    /// <typeparam name="TSqlite">The context that carries the SQLite migrations.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The service's name: the SQLite file's name.</param>
    public static void AddServiceDatabase<TContext, TSqlite>(this IServiceCollection services, string name)
        where TContext : DbContext
        where TSqlite : TContext
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        services.AddDbContext<TContext, TSqlite>((provider, options) => options
            .UseSqlite(ConnectionString(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, name))
            .UseSnakeCaseNamingConvention());
        services.AddHostedService<DatabaseMigration<TContext>>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck<TContext>>($"database-{name}", tags: [ServiceDefaults.ReadyTag]);
    }

    private static string ConnectionString(DatabaseOptions options, string name) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.Directory, $"{name}.db"),
        // How long a statement waits for another writer, in seconds.
        DefaultTimeout = 30,
        Pooling = true,
    }.ConnectionString;
}
