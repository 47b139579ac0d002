using System.Text;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.Hosting.Tracing;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.Ingest.Seeds;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.Ingest;

/// <summary>Ingest: takes articles in, from HTTP and the bus, and sends them on their way.</summary>
public static class IngestModule
{
    /// <summary>Registers the service.</summary>
    /// <param name="builder">The host.</param>
    public static void AddIngest(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddPipelineStage("ingest");
        builder.AddServiceDatabase<IngestDb, SqliteIngestDb, PostgresIngestDb>("ingest");
        services.AddOptions<SeedOptions>().BindConfiguration("Seeds");
        services.AddOptions<IngestOptions>().BindConfiguration("Ingest").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<AcceptArticle>();
        services.AddSingleton<Admission>();
        services.AddHostedService(provider => provider.GetRequiredService<Admission>());
        services.AddRetention(new ExpiringRows<IngestDb>(
            "ingest",
            "refusals",
            keep => keep.Traces,
            (db, before, limit, cancellationToken) => db.Refusals.Where(row => row.At < before).OrderBy(row => row.At).Take(limit).ExecuteDeleteAsync(cancellationToken)));
        services.AddScoped<UntaggedVersions>();
        services.AddScoped<IUnansweredRows>(provider => provider.GetRequiredService<UntaggedVersions>());
        services.AddSingleton<SubmissionReply>();
        services.AddScoped<ITraceSource, ArticleTrace>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ListPublisher<ArticlesIngested, IngestedArticle>>(
            provider,
            (Func<IReadOnlyList<IngestedArticle>, ArticlesIngested>)(items => new ArticlesIngested(items)),
            (Func<IngestedArticle, int>)(article => Encoding.UTF8.GetByteCount(article.Text) + 1024)));
        services.AddHostedService(provider => provider.GetRequiredService<ListPublisher<ArticlesIngested, IngestedArticle>>());
        services.AddHostedService<SweepService<UntaggedVersions>>();
        services.AddHostedService<ArticleSeeds>();
    }

    /// <summary>Registers the service's consumers.</summary>
    /// <param name="registration">The bus.</param>
    public static void AddConsumers(IBusRegistrationConfigurator registration)
    {
        registration.AddQueue<SubmittedArticleConsumer>(Topology.SubmittedArticles, PlainSubmissions.Accept);
        registration.AddQueue<MarkTaggedConsumer>(Topology.AnsweredArticles);
        registration.AddQueue<MarkFailedConsumer>(Topology.FailedIngestedArticles);
    }

    /// <summary>Maps the service's HTTP API.</summary>
    /// <param name="endpoints">The application.</param>
    public static void MapIngest(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapArticles();
        endpoints.MapTraceByAddress();
        endpoints.MapCleaning();
    }
}
