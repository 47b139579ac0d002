namespace NewsMonitor.Alerting.Delivery;

/// <summary>Settings of alerting. Section <c>Alerting</c>.</summary>
internal sealed class AlertingOptions
{
    /// <summary>The dashboard's address, for links in messages. Default: none, and no links.</summary>
    public string? DashboardUrl { get; set; }
}
