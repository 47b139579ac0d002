using MassTransit;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Hosting.Bus;

/// <summary>How consumers of lists keep one bad item from holding up the others.</summary>
public static class ListConsumption
{
    /// <summary>
    /// Does the work on the whole list. When it fails for a reason that will not pass, each item goes back to this queue as a list of one,
    /// which then retries and becomes a dead letter by itself. Outages are thrown, to be sat out with the list whole.
    /// </summary>
    /// <typeparam name="TMessage">The event.</typeparam>
    /// <typeparam name="TItem">Its items.</typeparam>
    /// <param name="context">The event being consumed.</param>
    /// <param name="items">Its items.</param>
    /// <param name="alone">Makes an event of one item.</param>
    /// <param name="work">Stores and publishes the result of all items. Must be harmless when repeated.</param>
    public static async Task ConsumeOrSplitAsync<TMessage, TItem>(
        this ConsumeContext<TMessage> context,
        IReadOnlyList<TItem> items,
        Func<TItem, TMessage> alone,
        Func<CancellationToken, Task> work)
        where TMessage : class
    {
        try
        {
            await work(context.CancellationToken);
        }
        catch (Exception exception) when (items.Count > 1 && exception is not OperationCanceledException && !TransientFailure.Is(exception))
        {
            var queue = await context.GetSendEndpoint(context.ReceiveContext.InputAddress);
            foreach (var item in items)
                await queue.SendConfirmedAsync(alone(item), context.CancellationToken);
        }
    }
}
