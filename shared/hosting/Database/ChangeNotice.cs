using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace NewsMonitor.Hosting.Database;

/// <summary>
/// Tells the other instances of a service that rows have changed (<c>NOTIFY</c>). On SQLite there are no others.
/// Whoever listens must also look at the table by itself: a notice says when, never what.
/// </summary>
public static class ChangeNotice
{
    // Names this process, whose own notices it need not hear.
    private static readonly string Sender = Guid.NewGuid().ToString("N");

    /// <summary>Sends a notice when the current transaction commits, or at once outside of one.</summary>
    /// <param name="db">The service's context.</param>
    /// <param name="channel">What changed, for example <c>newsmonitor_topics</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task NotifyAsync(this DbContext db, string channel, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({channel}, {Sender})", cancellationToken);
    }

    /// <summary>Listens for the notices of other instances while the host runs.</summary>
    /// <typeparam name="TContext">The service's context.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="heard">Called at each notice, and after each (re)connection, because notices may have been missed before it.</param>
    public static void AddChangeListener<TContext>(this IServiceCollection services, string channel, Func<IServiceProvider, CancellationToken, Task> heard)
        where TContext : DbContext =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Listener<TContext>>(provider, channel, heard));

    private sealed class Listener<TContext>(
        string channel,
        Func<IServiceProvider, CancellationToken, Task> heard,
        IServiceProvider services,
        IHostApplicationLifetime lifetime,
        TimeProvider time,
        ILogger<Listener<TContext>> logger) : BackgroundService
        where TContext : DbContext
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            if (ConnectionString() is not { } connectionString)
                return;
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await ListenAsync(connectionString, stoppingToken);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    Log.ListenerFailed(logger, channel, exception.GetBaseException().Message);
                    await Task.Delay(Pause, time, stoppingToken);
                }
            }
        }

        private async Task ListenAsync(string connectionString, CancellationToken stoppingToken)
        {
            // Keep-alives find a dead connection; without them a listener may wait on one for ever.
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { KeepAlive = 10, Pooling = false };
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            var pending = false;
            connection.Notification += (_, notice) => pending |= notice.Payload != Sender;
            await connection.OpenAsync(stoppingToken);
            await using (var listen = new NpgsqlCommand($"LISTEN \"{channel}\"", connection))
                await listen.ExecuteNonQueryAsync(stoppingToken);
            await heard(services, stoppingToken);
            while (true)
            {
                await connection.WaitAsync(stoppingToken);
                if (!pending)
                    continue;
                // Cleared first: a notice during the work causes another round.
                pending = false;
                await heard(services, stoppingToken);
            }
        }

        private string? ConnectionString()
        {
            using var scope = services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<TContext>().Database;
            return db.IsNpgsql() ? db.GetConnectionString() : null;
        }
    }
}
