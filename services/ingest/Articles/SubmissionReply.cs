using System.Text.Json;
using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMonitor.Ingest.Articles;

/// <summary>
/// Answers a submission from the bus. A sender with an envelope gets an envelope; any other gets plain JSON in its <c>reply_to</c>
/// queue, with its <c>correlation_id</c>.
/// </summary>
internal sealed class SubmissionReply(IServiceProvider services, ILogger<SubmissionReply> logger)
{
    // By AMQP's rules every queue is reachable under its name through the exchange without a name.
    private const string DefaultExchange = "";

    // Absent with the in-memory bus, which has no plain senders.
    private readonly BrokerConnection? _broker = services.GetService<BrokerConnection>();

    /// <summary>Sends the result, or nothing when the sender left no address. A reply that nobody can receive is dropped, and said so in the log.</summary>
    /// <exception cref="BrokerUnavailableException">The broker does not answer; the submission is delivered again, which is harmless.</exception>
    public async Task SendAsync(ConsumeContext context, SubmissionResult result)
    {
        if (context.ResponseAddress is not null)
        {
            await context.RespondAsync(result);
            return;
        }
        if (_broker is null || !context.ReceiveContext.TryGetPayload<RabbitMqBasicConsumeContext>(out var message) || string.IsNullOrEmpty(message.Properties.ReplyTo))
            return;
        var replyTo = message.Properties.ReplyTo;
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            CorrelationId = message.Properties.CorrelationId,
            Type = nameof(SubmissionResult),
            Persistent = true,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(result, JsonSettings.Web);
        // Integrators bind their queue to our exchange, because on a locked-down broker nobody may write to the one without a name.
        if (await TrySendAsync(Topology.ExchangeOf(typeof(SubmissionResult))!, replyTo, properties, body, context.CancellationToken)
            || await TrySendAsync(DefaultExchange, replyTo, properties, body, context.CancellationToken))
        {
            return;
        }
        Log.ReplyDropped(logger, replyTo);
    }

    private async Task<bool> TrySendAsync(string exchange, string replyTo, BasicProperties properties, byte[] body, CancellationToken cancellationToken) =>
        await _broker!.UseChannelAsync(
            async channel =>
            {
                try
                {
                    if (exchange != DefaultExchange)
                        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Direct, durable: true, cancellationToken: cancellationToken);
                    await channel.BasicPublishAsync(exchange, replyTo, mandatory: true, properties, body, cancellationToken);
                    return true;
                }
                // Returned because no queue is there, or refused because it may not be written to.
                catch (Exception exception) when (exception is RabbitMQ.Client.Exceptions.PublishException or OperationInterruptedException)
                {
                    return false;
                }
            },
            cancellationToken);
}
