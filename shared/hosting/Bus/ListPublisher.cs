using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Hosting;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Telemetry;

namespace NewsMonitor.Hosting.Bus;

/// <summary>
/// Publishes items as lists: one when idle, as many as are waiting under load, never waiting for more. Each caller learns
/// when the broker has confirmed its item.
/// </summary>
/// <typeparam name="TMessage">The pipeline event.</typeparam>
/// <typeparam name="TItem">Its items.</typeparam>
/// <param name="bus">The bus.</param>
/// <param name="compose">Makes the event.</param>
/// <param name="sizeOf">An item's size in bytes, roughly.</param>
public sealed class ListPublisher<TMessage, TItem>(IBus bus, Func<IReadOnlyList<TItem>, TMessage> compose, Func<TItem, int> sizeOf)
    : BackgroundService
    where TMessage : class
{
    /// <summary>How long a caller waits for the broker's confirm.</summary>
    public static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(5);

    // Bounded, so that callers wait (and time out) instead of filling the memory while the broker is away.
    private readonly Channel<Pending> _waiting = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(Topology.MaxItems * 16) { SingleReader = true });

    /// <summary>Publishes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the wait; the item may still be published.</param>
    /// <exception cref="TimeoutException">The broker did not confirm in time. The item may still arrive.</exception>
    public async Task PublishAsync(TItem item, CancellationToken cancellationToken)
    {
        var pending = new Pending(item, Pipeline.CurrentTraceParent, new(TaskCreationOptions.RunContinuationsAsynchronously));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ConfirmTimeout);
        try
        {
            await _waiting.Writer.WriteAsync(pending, deadline.Token);
            await pending.Confirmed.Task.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker did not confirm within {ConfirmTimeout.TotalSeconds:0} s.");
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
            await PublishListAsync(list, stoppingToken);
        }
    }

    private async Task PublishListAsync(List<Pending> list, CancellationToken stoppingToken)
    {
        using var activity = Pipeline.Start($"publish {typeof(TMessage).Name}", list[0].TraceParent, list.Skip(1).Select(pending => pending.TraceParent).OfType<string>());
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            deadline.CancelAfter(ConfirmTimeout);
            // Bounded twice: the transport was seen to ignore the token for 20 s while the broker had a disk alarm.
            await bus.Publish(compose([.. list.Select(pending => pending.Item)]), deadline.Token).WaitAsync(ConfirmTimeout, stoppingToken);
            foreach (var pending in list)
                pending.Confirmed.TrySetResult();
        }
        catch (Exception exception)
        {
            // Each caller decides: the row stays unanswered, so a retry or the sweep publishes it again.
            foreach (var pending in list)
                pending.Confirmed.TrySetException(new TimeoutException("The broker did not confirm.", exception));
        }
    }

    private sealed record Pending(TItem Item, string? TraceParent, TaskCompletionSource Confirmed);
}
