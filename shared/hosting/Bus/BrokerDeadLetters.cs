using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Dead letters in the broker: the queue <c>NAME_error</c> beside each queue.</summary>
internal sealed class BrokerDeadLetters(BrokerConnection broker, ILogger<BrokerDeadLetters> logger) : IDeadLetters
{
    private const string Suffix = "_error";
    private const int NotFound = 404;

    public async Task<IReadOnlyList<QueueState>> ReadQueuesAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        var states = new List<QueueState>();
        foreach (var queue in queues)
        {
            var state = await DeclaredAsync(queue, cancellationToken);
            var dead = await DeclaredAsync(queue + Suffix, cancellationToken);
            states.Add(new QueueState(queue, state?.MessageCount ?? 0, state?.ConsumerCount ?? 0, dead?.MessageCount ?? 0));
        }
        return states;
    }

    public async Task<int> RedriveAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        var waiting = await DeclaredAsync(queue + Suffix, cancellationToken);
        var count = (int)Math.Min(waiting?.MessageCount ?? 0, limit);
        if (count == 0)
            return 0;
        var moved = await broker.UseChannelAsync(channel => MoveAsync(channel, queue, count, cancellationToken), cancellationToken);
        Log.Redriven(logger, moved, queue);
        return moved;
    }

    private static async Task<int> MoveAsync(IChannel channel, string queue, int count, CancellationToken cancellationToken)
    {
        for (var moved = 0; moved < count; moved++)
        {
            if (await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellationToken) is not { } letter)
                return moved;
            var properties = new BasicProperties(letter.BasicProperties) { Persistent = true };
            foreach (var key in properties.Headers?.Keys.Where(IsAboutFault).ToList() ?? [])
                properties.Headers!.Remove(key);
            // Every queue has an exchange of its name, which leads to it alone.
            await channel.BasicPublishAsync(queue, "", mandatory: true, properties, letter.Body, cancellationToken);
            await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, cancellationToken);
        }
        return count;
    }

    // What the bus noted when it gave up; the next failure notes its own. x-death and the like are the broker's.
    private static bool IsAboutFault(string header) =>
        header.StartsWith("MT-Fault-", StringComparison.Ordinal) || header is "MT-Reason" || header.StartsWith("x-", StringComparison.Ordinal);

    // A passive declare of a queue that is not there closes the channel, so each has its own.
    private Task<QueueDeclareOk?> DeclaredAsync(string queue, CancellationToken cancellationToken) => broker.UseChannelAsync<QueueDeclareOk?>(
        async channel =>
        {
            try
            {
                return await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            }
            catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == NotFound)
            {
                return null;
            }
        },
        cancellationToken);
}
