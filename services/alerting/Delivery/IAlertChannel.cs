namespace NewsMonitor.Alerting.Delivery;

/// <summary>A way to tell somebody of an alert.</summary>
internal interface IAlertChannel
{
    /// <summary>The name by which subscriptions choose it.</summary>
    string Kind { get; }

    /// <summary>Sends. Any exception means that it is tried again, with the same idempotency key.</summary>
    Task SendAsync(AlertDelivery delivery, CancellationToken cancellationToken);
}
