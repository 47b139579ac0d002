using MassTransit;
using NewsMonitor.Alerting.Alerts;
using NewsMonitor.Alerting.Delivery;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Alerting.Stories;
using NewsMonitor.Alerting.Subscriptions;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.Hosting.Tracing;

namespace NewsMonitor.Alerting;

/// <summary>Alerting: one alert per topic and story, delivered to whoever subscribed.</summary>
public static class AlertingModule
{
    /// <summary>Registers the service.</summary>
    /// <param name="builder">The host.</param>
    public static void AddAlerting(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddPipelineStage("alerting");
        builder.AddServiceDatabase<AlertingDb, SqliteAlertingDb, PostgresAlertingDb>("alerting");
        services.AddOptions<SeedOptions>().BindConfiguration("Seeds");
        services.AddOptions<AlertingOptions>().BindConfiguration("Alerting");
        services.AddSingleton<AlertSignal>();
        services.AddSingleton<AlertStream>();
        services.AddScoped<AlertPages>();
        services.AddScoped<StoryJoin>();
        services.AddScoped<RaiseAlerts>();
        services.AddScoped<ITraceSource, AlertTrace>();
        services.AddSingleton(Console.Out);
        services.AddSingleton<IAlertChannel, ConsoleChannel>();
        services.AddSingleton<IAlertChannel, BusChannel>();
        services.AddHostedService<SubscriptionSeeds>();
        services.AddHostedService<DeliveryWorker>();
        services.AddChangeListener<AlertingDb>(AlertSignal.Channel, (provider, _) =>
        {
            provider.GetRequiredService<AlertSignal>().Raise();
            return Task.CompletedTask;
        });
    }

    /// <summary>Registers the service's consumers.</summary>
    /// <param name="registration">The bus.</param>
    public static void AddConsumers(IBusRegistrationConfigurator registration) =>
        registration.AddQueue<RaiseAlertsConsumer>(Topology.TaggedArticles);

    /// <summary>Maps the service's HTTP API.</summary>
    /// <param name="endpoints">The application.</param>
    public static void MapAlerting(this IEndpointRouteBuilder endpoints) => endpoints.MapAlerts();
}
