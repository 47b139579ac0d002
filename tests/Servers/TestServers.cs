using NewsMonitor.Testing.Docker;
using NewsMonitor.Testing.Native;

namespace NewsMonitor.Testing;

/// <summary>
/// The real servers of a test process: one RabbitMQ and one PostgreSQL that all tests share, started when the first test asks.
/// Tests are kept apart by a virtual host and a database each; whoever stops or kills a server takes a new one of their own.
/// As an assembly fixture it ends the shared servers after the last test.
/// </summary>
public sealed class TestServers : IAsyncDisposable
{
    private static readonly Lazy<Task<RabbitMqServer>> SharedRabbitMq = new(NewRabbitMqAsync);
    private static readonly Lazy<Task<PostgresServer>> SharedPostgres = new(NewPostgresAsync);

    /// <summary>The broker that all tests share: never stop or kill it.</summary>
    public static Task<RabbitMqServer> RabbitMqAsync() => SharedRabbitMq.Value;

    /// <summary>The database server that all tests share: never stop or kill it.</summary>
    public static Task<PostgresServer> PostgresAsync() => SharedPostgres.Value;

    /// <summary>A broker of the caller's own, who disposes of it.</summary>
    public static async Task<RabbitMqServer> NewRabbitMqAsync() => await Infrastructure.ChosenAsync() == InfrastructureKind.Docker
        ? await DockerRabbitMq.StartNewAsync()
        : await NativeRabbitMq.StartNewAsync();

    /// <summary>A database server of the caller's own, who disposes of it.</summary>
    public static async Task<PostgresServer> NewPostgresAsync() => await Infrastructure.ChosenAsync() == InfrastructureKind.Docker
        ? await DockerPostgres.StartNewAsync()
        : await NativePostgres.StartNewAsync();

    /// <summary>Ends the shared servers.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsync(SharedRabbitMq);
        await DisposeAsync(SharedPostgres);
    }

    private static async Task DisposeAsync<T>(Lazy<Task<T>> shared) where T : IAsyncDisposable
    {
        if (!shared.IsValueCreated)
            return;
        // A server that did not start has already failed every test that asked for it.
        await ((Task)shared.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (shared.Value.IsCompletedSuccessfully)
            await shared.Value.Result.DisposeAsync();
    }
}
