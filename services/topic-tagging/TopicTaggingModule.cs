using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.Hosting.Tracing;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Concepts;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging;

/// <summary>Topic tagging: matches every article against all topics and archives it with the evidence.</summary>
public static class TopicTaggingModule
{
    /// <summary>Registers the service.</summary>
    /// <param name="builder">The host.</param>
    public static void AddTopicTagging(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddPipelineStage("topic-tagging");
        builder.AddServiceDatabase<TaggingDb, SqliteTaggingDb, PostgresTaggingDb>("tagging");
        services.AddOptions<SeedOptions>().BindConfiguration("Seeds");
        services.AddSingleton(_ => LexiconSnapshot.LoadEmbedded());
        services.AddSingleton<LiveTopics>();
        services.AddScoped<TopicStore>();
        services.AddScoped<TopicTexts>();
        services.AddScoped<LexiconPreview>();
        services.AddScoped<UserConceptStore>();
        services.AddScoped<TagArticles>();
        services.AddScoped<ArchivePages>();
        services.AddScoped<UnalertedArticles>();
        services.AddScoped<IUnansweredRows>(provider => provider.GetRequiredService<UnalertedArticles>());
        services.AddScoped<ITraceSource, ArchiveTrace>();
        services.AddHostedService<TopicSeeds>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveTopics>());
        services.AddChangeListener<TaggingDb>(LiveTopics.Channel, (provider, cancellationToken) => provider.GetRequiredService<LiveTopics>().ReloadAsync(cancellationToken));
        services.AddHostedService<SweepService<UnalertedArticles>>();
    }

    /// <summary>Registers the service's consumers.</summary>
    /// <param name="registration">The bus.</param>
    public static void AddConsumers(IBusRegistrationConfigurator registration)
    {
        registration.AddQueue<TagArticlesConsumer>(Topology.LanguageDetectedArticles);
        registration.AddQueue<MarkAlertedConsumer>(Topology.AlertedArticles);
        registration.AddQueue<MarkAlertingFailedConsumer>(Topology.FailedTaggedArticles);
    }

    /// <summary>Maps the service's HTTP API.</summary>
    /// <param name="endpoints">The application.</param>
    public static void MapTopicTagging(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTopics();
        endpoints.MapConcepts();
        endpoints.MapArchive();
        endpoints.MapMatching();
    }
}
