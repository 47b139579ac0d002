using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.PostgreSql;

namespace NewsMonitor.Testing.Docker;

/// <summary>PostgreSQL in a container.</summary>
internal static class DockerPostgres
{
    // The same as in compose.yaml.
    private const string Image = "postgres:17";
    private const int Port = 5432;

    public static Task<PostgresServer> StartNewAsync()
    {
        var port = FreePorts.Take(1)[0];
        var container = new PostgreSqlBuilder(Image)
            .WithUsername(PostgresServer.UserName)
            .WithPassword(PostgresServer.Password)
            .WithPortBinding(port, Port)
            // After Testcontainers' own, which they overrule.
            .WithCommand([.. PostgresServer.Settings])
            .WithLogger(NullLogger.Instance)
            .Build();
        return PostgresServer.StartAsync(new ContainerServer(container), port);
    }
}
