using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.RabbitMq;

namespace NewsMonitor.Testing.Docker;

/// <summary>RabbitMQ in a container.</summary>
internal static class DockerRabbitMq
{
    // The same as in compose.yaml.
    private const string Image = "rabbitmq:4-management";
    private const int Amqp = 5672;
    private const int Management = 15672;

    public static Task<RabbitMqServer> StartNewAsync()
    {
        var ports = FreePorts.Take(2);
        var container = new RabbitMqBuilder(Image)
            .WithUsername(RabbitMqServer.UserName)
            .WithPassword(RabbitMqServer.Password)
            .WithPortBinding(ports[0], Amqp)
            .WithPortBinding(ports[1], Management)
            .WithLogger(NullLogger.Instance)
            .Build();
        return RabbitMqServer.StartAsync(new ContainerServer(container), ports[0], ports[1]);
    }
}
