using Microsoft.Extensions.Options;

namespace NewsMonitor.Alerting.Delivery;

/// <summary>Prints alerts to standard output.</summary>
internal sealed class ConsoleChannel(TextWriter output, IOptions<AlertingOptions> options) : IAlertChannel
{
    public string Kind => "console";

    public async Task SendAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        await output.WriteAsync(AlertText.Render(delivery.ReadAlert(), delivery.Reason, options.Value.DashboardUrl));
        await output.FlushAsync(cancellationToken);
    }
}
