using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Hosting.Tracing;
using Yarp.ReverseProxy.Forwarder;

namespace NewsMonitor.Dashboard.Gateway;

/// <summary>The gateway: one origin for pages and API while the services are processes of their own.</summary>
internal static class GatewayRegistration
{
    private static readonly string[] Storing = ["ingest", "topic-tagging", "alerting"];

    /// <summary>Registers the gateway.</summary>
    public static void AddGateway(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<GatewayOptions>().BindConfiguration("Gateway").ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection("Gateway").Get<GatewayOptions>() ?? new GatewayOptions();
        AddClient(services, "ingest", options.Ingest);
        AddClient(services, "language-detection", options.LanguageDetection);
        AddClient(services, "topic-tagging", options.TopicTagging);
        AddClient(services, "alerting", options.Alerting);
        foreach (var service in Storing)
            services.AddScoped<ITraceSource>(provider => new RemoteTrace(service, provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        foreach (var service in Contracts.Topology.QueuesOf.Keys)
            services.AddScoped<IPipelineSource>(provider => new RemotePipeline(service, provider.GetRequiredService<IHttpClientFactory>()));
        services.AddScoped<RemoteMatch>();
        services.AddReverseProxy().LoadFromMemory(GatewayRoutes.All, GatewayRoutes.Clusters(options));
    }

    /// <summary>Maps the services' API.</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.MapPost("/api/match", (HttpRequest request, RemoteMatch match, CancellationToken cancellationToken) => match.MatchAsync(request, cancellationToken))
            .WithName("Match").WithSummary("Language, topics and explanation of a text; nothing is stored.");
        app.MapReverseProxy(proxy => proxy.Use(async (context, next) =>
        {
            await next();
            if (context.GetForwarderErrorFeature() is { Error: not (ForwarderError.RequestCanceled or ForwarderError.ResponseBodyCanceled) } && !context.Response.HasStarted)
                await ServiceDown(context.GetReverseProxyFeature().Route.Config.ClusterId!).ExecuteAsync(context);
        }));
    }

    /// <summary>The answer while a service does not answer.</summary>
    public static IResult ServiceDown(string service) =>
        Problems.Problem(StatusCodes.Status503ServiceUnavailable, $"The service {service} does not answer", "It may be starting. Try again in a moment.");

    // A person or a program waits for the answer: what does not answer soon is reported, not waited for.
    private static void AddClient(IServiceCollection services, string service, Uri address) =>
        services.AddHttpClient(service, http => http.BaseAddress = address)
            .AddStandardResilienceHandler(options =>
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(4);
                options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
                options.Retry.MaxRetryAttempts = 1;
                options.Retry.Delay = TimeSpan.FromMilliseconds(200);
            });
}
