using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>Traces and metrics through OpenTelemetry. They leave the process when an OTLP endpoint is configured; metrics are at <c>/metrics</c> too.</summary>
public static class TelemetryRegistration
{
    /// <summary>Collects traces and metrics of ASP.NET Core, the bus and NewsMonitor.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceName">The service's name, for example <c>ingest</c>.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration("Telemetry").ValidateDataAnnotations().ValidateOnStart();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService($"newsmonitor-{serviceName}"))
            .WithTracing(tracing => tracing
                .AddSource(Pipeline.SourceName, MassTransit.Logging.DiagnosticHeaders.DefaultListenerName)
                .AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(Pipeline.SourceName, MassTransit.Monitoring.InstrumentationOptions.MeterName)
                .AddAspNetCoreInstrumentation()
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlpExporter();
    }

    /// <summary>
    /// Serves <c>/metrics</c> on the port for it. The port of the connection decides, not the request's host, which a caller chooses.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="onOwnPort">True to serve it on every port while none is configured: for services that no user reaches.</param>
    public static void UseMetrics(this WebApplication app, bool onOwnPort)
    {
        var port = app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.MetricsPort;
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
            context.Request.Path == "/metrics" && (port is null ? onOwnPort : context.Connection.LocalPort == port));
    }
}
