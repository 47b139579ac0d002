using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsMonitor.Hosting.Database;

/// <summary>
/// Brings a service's schema to the model's version before anything else starts. Many instances may start at once: one migrates,
/// the others wait. A database that is not there yet is waited for.
/// </summary>
internal sealed class PostgresMigration<TContext>(string schema, IServiceScopeFactory scopes, TimeProvider time, ILogger<PostgresMigration<TContext>> logger)
    : IHostedLifecycleService
    where TContext : DbContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await MigrateAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (TransientFailure.Is(exception))
            {
                Log.WaitingForDatabase(logger, schema, exception.GetBaseException().Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        // A migration of a large table may take longer than a query may.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        // The lock belongs to the session, so everything runs on this one connection.
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({AdvisoryLock.Key(schema, "migrations")})", cancellationToken);
            var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM pg_namespace WHERE nspname = {schema}").SingleAsync(cancellationToken);
            // Asked first: an operator may have made the schema for a user that may not.
            if (exists == 0)
            {
                var statement = $"CREATE SCHEMA \"{schema}\"";
                await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
            }
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLock.Key(schema, "migrations")})", cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
