using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>What a service tells of itself. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// The port that <c>/metrics</c> is served on, and no other; the service must listen on it. Default: the service's own port, and none for
    /// the dashboard and <c>standalone</c>, whose port is for users. In the images: 9464.
    /// </summary>
    [Range(1, 65535)]
    public int? MetricsPort { get; set; }

    /// <summary>How often the depths of queues and the ages of rows are read for the metrics. Default: every 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StateInterval { get; set; } = TimeSpan.FromSeconds(15);
}
