using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMonitor.Hosting.Bus;

/// <summary>A plain AMQP connection, for what the bus has no words for. Opened when first used, and again when it was lost.</summary>
public sealed class BrokerConnection(IOptions<BusOptions> options, IHostEnvironment environment) : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;

    /// <summary>Works on a channel of its own, with publisher confirms: a publish returns when the broker has the message, and throws when it cannot be routed.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BrokerUnavailableException">The broker does not answer.</exception>
    public async Task<T> UseChannelAsync<T>(Func<IChannel, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await OpenAsync(cancellationToken);
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
            return await work(channel);
        }
        // The client reports an answer that does not come in time as if somebody had cancelled the wait.
        catch (Exception exception) when (exception is BrokerUnreachableException or AlreadyClosedException or IOException or TimeoutException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new BrokerUnavailableException($"The broker does not answer: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<IConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true })
                return _connection;
            if (_connection is not null)
                await _connection.DisposeAsync();
            var factory = new ConnectionFactory
            {
                Uri = options.Value.ResolveUrl(),
                ClientProvidedName = $"{environment.ApplicationName} (queues)",
                AutomaticRecoveryEnabled = false,
                RequestedConnectionTimeout = Timeout,
                ContinuationTimeout = Timeout,
            };
            var endpoints = new List<AmqpTcpEndpoint> { factory.Endpoint };
            endpoints.AddRange(options.Value.Nodes.Select(node => new AmqpTcpEndpoint(new Uri($"{factory.Uri!.Scheme}://{node}"), factory.Ssl)));
            return _connection = await factory.CreateConnectionAsync(endpoints, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }
}
