using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Telemetry;

namespace NewsMonitor.Hosting.Bus;

/// <summary>
/// Publishes items as lists: one when idle, as many as are waiting under load, never waiting for more. Each caller learns
/// when the broker has confirmed its item. What the broker does not confirm is published again until it does, so that an
/// outage costs no article the wait for the sweep.
/// </summary>
/// <typeparam name="TMessage">The pipeline event.</typeparam>
/// <typeparam name="TItem">Its items.</typeparam>
/// <param name="bus">The bus.</param>
/// <param name="compose">Makes the event.</param>
/// <param name="sizeOf">An item's size in bytes, roughly.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class ListPublisher<TMessage, TItem>(
    IBus bus, Func<IReadOnlyList<TItem>, TMessage> compose, Func<TItem, int> sizeOf, TimeProvider time, ILogger<ListPublisher<TMessage, TItem>> logger)
    : BackgroundService
    where TMessage : class
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    // Bounded, so that callers wait (and time out) instead of filling the memory while the broker is away.
    private readonly Channel<Pending> _waiting = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(Topology.MaxItems * 16) { SingleReader = true });

    /// <summary>Publishes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="within">How long the broker may take to confirm.</param>
    /// <param name="cancellationToken">Ends the wait; the item may still be published.</param>
    /// <exception cref="BrokerUnavailableException">The broker did not confirm in time. The item may still arrive.</exception>
    public async Task PublishAsync(TItem item, TimeSpan within, CancellationToken cancellationToken)
    {
        var pending = new Pending(item, Pipeline.CurrentTraceParent, new(TaskCreationOptions.RunContinuationsAsynchronously));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(within);
        try
        {
            await _waiting.Writer.WriteAsync(pending, deadline.Token);
            await pending.Confirmed.Task.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BrokerUnavailableException($"The broker did not confirm within {within.TotalSeconds:0.#} s.");
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var list = new List<Pending>(Topology.MaxItems);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            list.Clear();
            var bytes = 0;
            while (list.Count < Topology.MaxItems && _waiting.Reader.TryPeek(out var next))
            {
                bytes += sizeOf(next.Item);
                if (list.Count > 0 && bytes > Topology.MaxBytes)
                    break;
                list.Add(next);
                _waiting.Reader.TryRead(out _);
            }
            while (!await TryPublishAsync(list, stoppingToken))
                await Task.Delay(RetryPause, time, stoppingToken);
        }
    }

    private async Task<bool> TryPublishAsync(List<Pending> list, CancellationToken stoppingToken)
    {
        using var activity = Pipeline.Start($"publish {typeof(TMessage).Name}", list[0].TraceParent, list.Skip(1).Select(pending => pending.TraceParent).OfType<string>());
        try
        {
            await bus.PublishConfirmedAsync(compose([.. list.Select(pending => pending.Item)]), stoppingToken);
            foreach (var pending in list)
                pending.Confirmed.TrySetResult();
            return true;
        }
        catch (BrokerUnavailableException exception)
        {
            Log.NotConfirmed(logger, list.Count, exception.GetBaseException().Message);
            return false;
        }
        catch (Exception exception)
        {
            // What cannot be sent at all must not stop those behind it.
            foreach (var pending in list)
                pending.Confirmed.TrySetException(exception);
            return true;
        }
    }

    private sealed record Pending(TItem Item, string? TraceParent, TaskCompletionSource Confirmed);
}
