using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>Traces and metrics through OpenTelemetry. They leave the process only when an OTLP endpoint is configured.</summary>
public static class TelemetryRegistration
{
    /// <summary>Collects traces and metrics of ASP.NET Core, the bus and NewsMonitor.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceName">The service's name, for example <c>ingest</c>.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService($"newsmonitor-{serviceName}"))
            .WithTracing(tracing => tracing
                .AddSource(Pipeline.SourceName, MassTransit.Logging.DiagnosticHeaders.DefaultListenerName)
                .AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(Pipeline.SourceName, MassTransit.Monitoring.InstrumentationOptions.MeterName)
                .AddAspNetCoreInstrumentation());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlpExporter();
    }
}
