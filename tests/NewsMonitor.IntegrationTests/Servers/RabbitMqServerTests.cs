using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMonitor.IntegrationTests.Servers;

public sealed class RabbitMqServerTests
{
    private const string Queue = "kept";

    [Fact]
    public async Task A_virtual_host_carries_messages_and_is_gone_when_deleted()
    {
        var broker = await TestServers.RabbitMqAsync();
        var virtualHost = await broker.CreateVirtualHostAsync();
        await using (var connection = await ConnectAsync(broker, virtualHost))
        {
            await PublishAsync(connection, "hello");
            Assert.Equal("hello", await TakeAsync(connection));
        }

        Assert.Contains(virtualHost, await broker.ControlAsync("list_vhosts"), StringComparison.Ordinal);
        await broker.DeleteVirtualHostAsync(virtualHost);
        Assert.DoesNotContain(virtualHost, await broker.ControlAsync("list_vhosts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Virtual_hosts_do_not_share_queues()
    {
        var broker = await TestServers.RabbitMqAsync();
        var (one, other) = (await broker.CreateVirtualHostAsync(), await broker.CreateVirtualHostAsync());
        await using (var connection = await ConnectAsync(broker, one))
            await PublishAsync(connection, "for one");

        await using (var connection = await ConnectAsync(broker, other))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken))
            await Assert.ThrowsAsync<OperationInterruptedException>(() => channel.QueueDeclarePassiveAsync(Queue, TestContext.Current.CancellationToken));
        await broker.DeleteVirtualHostAsync(one);
        await broker.DeleteVirtualHostAsync(other);
    }

    [Fact]
    public async Task A_client_that_is_not_dotnet_reaches_the_broker()
    {
        const string script = """
            import pika, sys
            connection = pika.BlockingConnection(pika.URLParameters(sys.argv[1]))
            channel = connection.channel()
            channel.queue_declare(sys.argv[2], durable=True)
            channel.basic_publish('', sys.argv[2], b'from Python')
            connection.close()
            """;
        var broker = await TestServers.RabbitMqAsync();
        var virtualHost = await broker.CreateVirtualHostAsync();

        await PythonClient.RunAsync(script, broker.Amqp(virtualHost).AbsoluteUri, Queue);

        await using (var connection = await ConnectAsync(broker, virtualHost))
            Assert.Equal("from Python", await TakeAsync(connection));
        await broker.DeleteVirtualHostAsync(virtualHost);
    }

    [Fact]
    public async Task Confirmed_messages_survive_a_stop_and_kill_9_at_the_same_address()
    {
        await using var broker = await TestServers.NewRabbitMqAsync();
        var virtualHost = await broker.CreateVirtualHostAsync();
        var address = broker.Amqp(virtualHost);
        await using (var connection = await ConnectAsync(broker, virtualHost))
            await PublishAsync(connection, "before the stop");

        // The stop comes first: it brings the queue itself safely to disk (see KillAsync).
        await broker.StopAsync();
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => ConnectAsync(broker, virtualHost));
        await broker.StartAsync();
        await using (var connection = await ConnectAsync(broker, virtualHost))
            await PublishAsync(connection, "before the kill");
        await broker.KillAsync();
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => ConnectAsync(broker, virtualHost));
        await broker.StartAsync();

        Assert.Equal(address, broker.Amqp(virtualHost));
        await using (var connection = await ConnectAsync(broker, virtualHost))
        {
            Assert.Equal("before the stop", await TakeAsync(connection));
            Assert.Equal("before the kill", await TakeAsync(connection));
        }
    }

    private static async Task<IConnection> ConnectAsync(RabbitMqServer broker, string virtualHost)
    {
        var factory = new ConnectionFactory { Uri = broker.Amqp(virtualHost), AutomaticRecoveryEnabled = false };
        return await factory.CreateConnectionAsync(TestContext.Current.CancellationToken);
    }

    private static async Task PublishAsync(IConnection connection, string text)
    {
        // Returns when the broker has confirmed.
        var confirming = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirming, TestContext.Current.CancellationToken);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: TestContext.Current.CancellationToken);
        await channel.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    private static async Task<string?> TakeAsync(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var message = await channel.BasicGetAsync(Queue, autoAck: true, TestContext.Current.CancellationToken);
        return message is null ? null : Encoding.UTF8.GetString(message.Body.Span);
    }
}
