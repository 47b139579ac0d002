using MassTransit;
using RabbitMQ.Client;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>A second pair of hands at the broker: taps exchanges, counts and fills queues.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private Broker(IConnection connection, IChannel channel)
    {
        _connection = connection;
        _channel = channel;
    }

    public static async Task<Broker> ConnectAsync(Uri url)
    {
        var connection = await new ConnectionFactory { Uri = url }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        return new Broker(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true), TestContext.Current.CancellationToken));
    }

    /// <summary>Binds a queue of this connection to an exchange and returns its name.</summary>
    public async Task<string> TapAsync(string exchange)
    {
        var queue = (await _channel.QueueDeclareAsync(cancellationToken: TestContext.Current.CancellationToken)).QueueName;
        await _channel.QueueBindAsync(queue, exchange, "", cancellationToken: TestContext.Current.CancellationToken);
        return queue;
    }

    /// <summary>Takes everything that lies in a queue.</summary>
    public async Task<List<BasicGetResult>> TakeAllAsync(string queue)
    {
        var taken = new List<BasicGetResult>();
        while (await _channel.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken) is { } message)
            taken.Add(message);
        return taken;
    }

    public async Task<uint> DepthAsync(string queue)
    {
        // A queue that is not there closes the channel.
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, TestContext.Current.CancellationToken)).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }
    }

    /// <summary>Loses everything that lies in a queue.</summary>
    /// <returns>How many messages that were.</returns>
    public Task<uint> PurgeAsync(string queue) => _channel.QueuePurgeAsync(queue, TestContext.Current.CancellationToken);

    public async Task PublishAsync(string exchange, BasicGetResult message) =>
        await _channel.BasicPublishAsync(exchange, "", mandatory: true, new BasicProperties(message.BasicProperties), message.Body, TestContext.Current.CancellationToken);

    /// <summary>Sends a message to a queue as the bus would, in its envelope.</summary>
    public async Task SendAsync<T>(string queue, T message)
        where T : class
    {
        var envelope = new
        {
            MessageId = NewId.NextGuid(),
            MessageType = new[] { MessageUrn.ForTypeString<T>() },
            Message = message,
        };
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(envelope, NewsMonitor.Hosting.Http.JsonSettings.Web);
        await _channel.BasicPublishAsync(queue, "", mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true }, body, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
