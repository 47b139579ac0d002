using MassTransit;
using NewsMonitor.Contracts;

namespace NewsMonitor.Alerting.Delivery;

/// <summary>Publishes alerts on the bus, for integrators.</summary>
internal sealed class BusChannel(IBus bus) : IAlertChannel
{
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(5);

    public string Kind => "bus";

    public Task SendAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        object message = delivery.Reason == "new"
            ? new AlertRaised(delivery.IdempotencyKey, delivery.ReadAlert())
            : new AlertUpdated(delivery.IdempotencyKey, delivery.ReadAlert());
        return bus.Publish(message, message.GetType(), cancellationToken).WaitAsync(ConfirmTimeout, cancellationToken);
    }
}
