using System.Text.Json;
using NewsMonitor.Alerting.Subscriptions;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Hosting.Telemetry;
using NewsMonitor.Hosting.Tracing;

namespace NewsMonitor.Alerting.Delivery;

/// <summary>One thing to tell one subscription. The table is the outbox: payload and key are fixed when the row is written.</summary>
internal sealed class AlertDelivery
{
    public Guid Id { get; init; }

    public required string SubscriptionId { get; init; }

    public required string Channel { get; init; }

    /// <summary><c>new</c> or <c>update:n</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The alert's id.</summary>
    public required string Subject { get; init; }

    /// <summary>The <see cref="Alert"/> as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>The same for every attempt, so that receivers can drop a repetition.</summary>
    public required string IdempotencyKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>Until when a worker holds the row.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why it was given up; null while there is hope.</summary>
    public string? FailedBecause { get; init; }

    /// <summary>What the last failed attempt said.</summary>
    public string? LastError { get; init; }

    /// <summary>W3C traceparent of the article's way here.</summary>
    public string? TraceParent { get; init; }

    /// <summary>A delivery of an alert as it is now.</summary>
    public static AlertDelivery Of(Subscription subscription, Alert alert, string reason, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SubscriptionId = subscription.Id,
        Channel = subscription.Channel,
        Reason = reason,
        Subject = alert.Id.ToString(),
        Payload = JsonSerializer.Serialize(alert, JsonSettings.Web),
        IdempotencyKey = $"{subscription.Id}/{subscription.Channel}/{reason}/{alert.Id}",
        CreatedAt = now,
        NextAttemptAt = now,
        TraceParent = Pipeline.CurrentTraceParent,
    };

    /// <summary>The alert that is told.</summary>
    public Alert ReadAlert() => JsonSerializer.Deserialize<Alert>(Payload, JsonSettings.Web)!;

    /// <summary>The delivery's state as a step of a trace.</summary>
    public TraceStep ToTraceStep(string stage, int version)
    {
        var to = $"“{SubscriptionId}” on {Channel} ({Reason})";
        if (DeliveredAt is { } delivered)
            return new TraceStep(delivered, stage, $"Delivered to {to}, attempt {Attempts}.", version);
        return FailedBecause is not null
            ? new TraceStep(NextAttemptAt, stage, $"Delivery to {to} was given up after {Attempts} attempts: {FailedBecause}", version, Waiting: true)
            : new TraceStep(NextAttemptAt, stage, Attempts == 0 ? $"Delivery to {to} is due." : $"Delivery to {to} is tried again: {LastError}", version, Waiting: true);
    }
}
