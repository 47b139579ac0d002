using NewsMonitor.Dashboard.Operations;
using NewsMonitor.Dashboard.Pages;
using NewsMonitor.Dashboard.Traces;

namespace NewsMonitor.Dashboard;

/// <summary>The dashboard: web pages over the HTTP API, and what merges the services' answers.</summary>
public static class DashboardModule
{
    /// <summary>Registers the service.</summary>
    /// <param name="builder">The host.</param>
    public static void AddDashboard(this IHostApplicationBuilder builder) => builder.Services.AddScoped<ArticleTraces>();

    /// <summary>Maps the pages and the merged trace.</summary>
    /// <param name="app">The application.</param>
    public static void MapDashboard(this WebApplication app)
    {
        app.MapTraces();
        app.MapPipeline();
        app.MapPages();
    }
}
