using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Alerting.Delivery;

/// <summary>Publishes alerts on the bus, for integrators.</summary>
internal sealed class BusChannel(IBus bus) : IAlertChannel
{
    public string Kind => "bus";

    public Task SendAsync(AlertDelivery delivery, CancellationToken cancellationToken) => delivery.Reason == "new"
        ? bus.PublishConfirmedAsync(new AlertRaised(delivery.IdempotencyKey, delivery.ReadAlert()), cancellationToken)
        : bus.PublishConfirmedAsync(new AlertUpdated(delivery.IdempotencyKey, delivery.ReadAlert()), cancellationToken);
}
