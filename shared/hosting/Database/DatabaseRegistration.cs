using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NewsMonitor.Hosting.Database;

/// <summary>Registers a service's own database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Adds the context and migrates its database when the host starts, before the bus does.</summary>
    /// <typeparam name="TContext">The service's context.</typeparam>
    /// <typeparam name="TSqlite">The context that carries the SQLite migrations.</typeparam>
    /// <typeparam name="TPostgres">The context that carries the PostgreSQL migrations.</typeparam>
    /// <param name="builder">The host.</param>
    /// <param name="schema">The PostgreSQL schema, and the SQLite file's name.</param>
    public static void AddServiceDatabase<TContext, TSqlite, TPostgres>(this IHostApplicationBuilder builder, string schema)
        where TContext : DbContext
        where TSqlite : TContext
        where TPostgres : TContext
    {
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        if (builder.Configuration.GetSection("Database").Get<DatabaseOptions>()?.Provider == DatabaseProvider.Sqlite)
        {
            services.AddDbContext<TContext, TSqlite>((provider, options) => options
                .UseSqlite(ConnectionStrings.Sqlite(Options(provider), schema))
                .UseSnakeCaseNamingConvention());
            services.AddHostedService<SqliteMigration<TContext>>();
        }
        else
        {
            services.AddDbContext<TContext, TPostgres>((provider, options) => options
                .UseNpgsql(ConnectionStrings.Postgres(Options(provider), schema), postgres => postgres.MigrationsHistoryTable("__ef_migrations_history", schema))
                .UseSnakeCaseNamingConvention());
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PostgresMigration<TContext>>(provider, schema));
        }
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck<TContext>>($"database-{schema}", tags: [ServiceDefaults.ReadyTag]);
    }

    private static DatabaseOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
