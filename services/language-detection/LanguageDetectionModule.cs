using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.LanguageDetection;

/// <summary>Language detection: stateless, any number of instances.</summary>
public static class LanguageDetectionModule
{
    /// <summary>Registers the service.</summary>
    /// <param name="builder">The host.</param>
    public static void AddLanguageDetection(this IHostApplicationBuilder builder)
    {
        builder.AddPipelineStage("language-detection");
        builder.Services.AddSingleton(_ => LanguageModel.Load());
        builder.Services.AddSingleton<ILanguageDetector, ModelDetector>();
        builder.Services.AddHostedService<DetectorWarmUp>();
        builder.Services.AddHealthChecks().AddCheck<LanguageModelHealth>("language-model", tags: [ServiceDefaults.ReadyTag]);
    }

    /// <summary>The detector alone, for a command line that tags a file without a server.</summary>
    public static ILanguageDetector CreateDetector() => new ModelDetector(LanguageModel.Load());

    /// <summary>Registers the service's consumers.</summary>
    /// <param name="registration">The bus.</param>
    public static void AddConsumers(IBusRegistrationConfigurator registration) =>
        registration.AddQueue<DetectLanguagesConsumer>(Topology.IngestedArticles);

    /// <summary>Maps the service's HTTP API.</summary>
    /// <param name="endpoints">The application.</param>
    public static void MapLanguageDetection(this IEndpointRouteBuilder endpoints) => endpoints.MapDetection();
}
