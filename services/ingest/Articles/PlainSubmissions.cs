using System.Net.Mime;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;
using NewsMonitor.Contracts;

namespace NewsMonitor.Ingest.Articles;

/// <summary>
/// Lets the submission queue take what any AMQP client can write: the article as JSON, without envelope, message type or message id.
/// What is not an article becomes a <see cref="RefusedSubmission"/>, so that its sender learns why and nothing is delivered again and again.
/// </summary>
internal static class PlainSubmissions
{
    /// <summary>Configures the queue.</summary>
    public static void Accept(IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator rabbit)
            return;
        // Bound to the one exchange that integrators write to; a refusal is never published, so it needs none.
        rabbit.ConfigureConsumeTopology = false;
        rabbit.Bind<ArticleSubmitted>();
        rabbit.AddDeserializer(new Factory(), isDefault: true);
    }

    private sealed class Factory : ISerializerFactory
    {
        public ContentType ContentType => SystemTextJsonRawMessageSerializer.JsonContentType;

        public IMessageSerializer CreateSerializer() => new SystemTextJsonRawMessageSerializer();

        public IMessageDeserializer CreateDeserializer() => new Deserializer();
    }

    private sealed class Deserializer : IMessageDeserializer
    {
        private static readonly JsonSerializerOptions Options = SystemTextJsonMessageSerializer.Options;

        public ContentType ContentType => SystemTextJsonRawMessageSerializer.JsonContentType;

        public void Probe(ProbeContext context) => context.CreateScope("plain-submission");

        public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
            new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

        public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
        {
            var bytes = body.GetBytes();
            var submission = bytes.Length > ArticleLimits.RequestBytes ? null : SubmissionBody.Parse(bytes, out _);
            if (submission is not null)
                return Context(submission, headers, destinationAddress);
            var error = $"The body is larger than {ArticleLimits.RequestBytes:N0} bytes.";
            if (bytes.Length <= ArticleLimits.RequestBytes)
                SubmissionBody.Parse(bytes, out error!);
            return Context(new RefusedSubmission(error), headers, destinationAddress);
        }

        public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

        private SystemTextJsonRawSerializerContext Context<T>(T message, Headers headers, Uri? destination)
            where T : class =>
            new(
                SystemTextJsonMessageSerializer.Instance,
                Options,
                ContentType,
                new RawMessageContext(headers, destination, default),
                MessageTypeCache<T>.MessageTypeNames,
                default,
                JsonSerializer.SerializeToElement(message, Options));
    }
}

/// <summary>A body from the bus that is not an article.</summary>
/// <param name="Error">What is wrong and where.</param>
internal sealed record RefusedSubmission(string Error);
