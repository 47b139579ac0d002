using MassTransit;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Publishing that ends: with the broker's confirm, or with an exception within <see cref="Timeout"/>.</summary>
public static class ConfirmedPublish
{
    /// <summary>How long the broker may take to confirm.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    /// <summary>Publishes a message and waits for the broker's confirm.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="endpoint">The bus, or the message being consumed.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BrokerUnavailableException">It was not confirmed in time, or could not be routed to any queue.</exception>
    public static Task PublishConfirmedAsync<T>(this IPublishEndpoint endpoint, T message, CancellationToken cancellationToken)
        where T : class =>
        BoundAsync(token => endpoint.Publish(message, token), cancellationToken);

    /// <summary>Sends a message to one queue and waits for the broker's confirm.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="endpoint">The queue.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BrokerUnavailableException">It was not confirmed in time.</exception>
    public static Task SendConfirmedAsync<T>(this ISendEndpoint endpoint, T message, CancellationToken cancellationToken)
        where T : class =>
        BoundAsync(token => endpoint.Send(message, token), cancellationToken);

    private static async Task BoundAsync(Func<CancellationToken, Task> publish, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        try
        {
            // Bounded twice: the transport was seen to ignore the token for 20 s while the broker had a disk alarm.
            await publish(deadline.Token).WaitAsync(Timeout, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && IsAway(exception))
        {
            throw new BrokerUnavailableException($"The broker did not confirm within {Timeout.TotalSeconds:0.#} s.", exception);
        }
    }

    // What is wrong with the message itself (it cannot be serialised) must not be retried for minutes.
    private static bool IsAway(Exception exception) =>
        exception is not (System.Runtime.Serialization.SerializationException or NotSupportedException or ArgumentException or System.Text.Json.JsonException);
}
