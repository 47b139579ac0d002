using NewsMonitor.Alerting;
using NewsMonitor.Dashboard;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Ingest;
using NewsMonitor.LanguageDetection;
using NewsMonitor.Standalone.Pipeline;
using NewsMonitor.TopicTagging;

namespace NewsMonitor.Standalone.Hosting;

/// <summary>All services in one process: in-memory bus, SQLite.</summary>
internal static class StandaloneHost
{
    /// <summary>Builds the application; the caller starts it.</summary>
    /// <param name="directory">Where the data lives; held by this process.</param>
    /// <param name="urls">Addresses to listen on.</param>
    /// <param name="settings">Settings over those of the environment.</param>
    /// <param name="configure">Changes to the services, last.</param>
    public static WebApplication Build(
        DataDirectory directory,
        string urls,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null)
    {
        // The content root is the program's folder, so that the caller's folder is never searched for settings.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bus:Transport"] = nameof(BusTransport.InMemory),
            ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
            ["Database:Directory"] = directory.Path,
            ["Seeds:Articles"] = "true",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.WebHost.UseUrls(urls);
        ConsoleLog.Add(builder.Logging);

        builder.AddServiceDefaults("standalone");
        builder.AddIngest();
        builder.AddLanguageDetection();
        builder.AddTopicTagging();
        builder.AddAlerting();
        builder.AddDashboard();
        builder.Services.AddSingleton<ArticleMatch>();
        builder.AddBus(IngestModule.AddConsumers, LanguageDetectionModule.AddConsumers, TopicTaggingModule.AddConsumers, AlertingModule.AddConsumers);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapIngest();
        app.MapTopicTagging();
        app.MapAlerting();
        app.MapMatch();
        app.MapDashboard();
        DashboardAddress.Publish(app);
        return app;
    }
}
