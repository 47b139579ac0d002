using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Hosting.Telemetry;

namespace NewsMonitor.Hosting;

/// <summary>What every service's Program.cs needs.</summary>
public static class ServiceDefaults
{
    /// <summary>Health checks with this tag decide readiness.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Adds time, telemetry, health checks, problem details and JSON settings.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceName">The service's name, for example <c>ingest</c>.</param>
    /// <param name="port">The port on this machine when no address is configured; 0 leaves the framework's.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string serviceName, int port = 0)
    {
        if (port > 0 && string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls($"http://localhost:{port}");
        AddLogFilters(builder.Logging);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry(serviceName);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy());
        builder.Services.AddProblems();
        builder.Services.ConfigureHttpJsonOptions(options => JsonSettings.Apply(options.SerializerOptions));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Above the bus's stop timeout (BusRegistration), so that consumers end their work before the host gives up on them.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        return builder;
    }

    /// <summary>Maps health (<c>/health/live</c>, <c>/health/ready</c>) and turns errors into problem details.</summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => !check.Tags.Contains(ReadyTag) });
        app.MapHealthChecks("/health/ready");
        return app;
    }

    // What an operator can do nothing with. A failed command comes back as an exception, which is logged where it is not expected.
    private static void AddLogFilters(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Error);
        logging.AddFilter("Yarp", LogLevel.Warning);
    }
}
