using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NewsMonitor.Hosting.Bus;

/// <summary>The bus. Called once per process, because MassTransit allows one bus per container.</summary>
public static class BusRegistration
{
    /// <summary>How long a stopping bus waits for consumers to end; below the host's shutdown timeout (<see cref="ServiceDefaults"/>).</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    // After this, the consumers' tokens are cancelled, which ends retries that sit out an outage.
    private static readonly TimeSpan ConsumerStopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds the bus with the consumers of one or more services.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="addConsumers">Each service's consumers.</param>
    public static void AddBus(this IHostApplicationBuilder builder, params Action<IBusRegistrationConfigurator>[] addConsumers)
    {
        builder.Services.AddOptions<BusOptions>().BindConfiguration("Bus").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<SweepOptions>().BindConfiguration("Sweep").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            options.WaitUntilStarted = true;
            options.StopTimeout = StopTimeout;
            options.ConsumerStopTimeout = ConsumerStopTimeout;
        });
        var inMemory = builder.Configuration.GetSection("Bus").Get<BusOptions>()?.Transport == BusTransport.InMemory;
        if (inMemory)
        {
            builder.Services.TryAddSingleton<IDeadLetters, RowsAsDeadLetters>();
        }
        else
        {
            builder.Services.TryAddSingleton<BrokerConnection>();
            builder.Services.TryAddSingleton<IDeadLetters, BrokerDeadLetters>();
        }
        builder.Services.AddMassTransit(registration =>
        {
            registration.DisableUsageTelemetry();
            foreach (var add in addConsumers)
                add(registration);
            if (inMemory)
                registration.UsingInMemory(ConfigureInMemory);
            else
                registration.UsingRabbitMq(ConfigureRabbitMq);
        });
    }

    /// <summary>What holds for every queue; called by each service's consumers.</summary>
    /// <param name="registration">The bus.</param>
    /// <typeparam name="TConsumer">The consumer.</typeparam>
    /// <param name="queue">Its queue, from <see cref="Contracts.Topology"/>.</param>
    /// <param name="configure">What is special about this queue.</param>
    public static void AddQueue<TConsumer>(this IBusRegistrationConfigurator registration, string queue, Action<IReceiveEndpointConfigurator>? configure = null)
        where TConsumer : class, IConsumer =>
        registration.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = queue;
            endpoint.AddConfigureEndpointCallback(receive =>
            {
                if (receive is IRabbitMqReceiveEndpointConfigurator rabbit)
                    rabbit.SetQuorumQueue();
                configure?.Invoke(receive);
            });
        });

    private static void ConfigureInMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator bus)
    {
        bus.MessageTopology.SetEntityNameFormatter(new ExchangeNames(bus.MessageTopology.EntityNameFormatter));
        bus.UsePipelineRetry();
        bus.ConfigureEndpoints(context);
    }

    private static void ConfigureRabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus)
    {
        var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
        var url = options.ResolveUrl();
        bus.Host(url, host =>
        {
            // Declares and binds are answered at once or not at all.
            host.ContinuationTimeout(TimeSpan.FromSeconds(5));
            host.RequestedConnectionTimeout(TimeSpan.FromSeconds(5));
            host.ConnectionName(context.GetRequiredService<IHostEnvironment>().ApplicationName);
            if (options.Nodes.Count > 0)
            {
                host.UseCluster(cluster =>
                {
                    cluster.Node($"{url.Host}:{(url.Port > 0 ? url.Port : 5672)}");
                    foreach (var node in options.Nodes)
                        cluster.Node(node);
                });
            }
        });
        bus.MessageTopology.SetEntityNameFormatter(new ExchangeNames(bus.MessageTopology.EntityNameFormatter));
        bus.UseDownstreamQueues();
        bus.UsePipelineRetry();
        bus.PrefetchCount = (ushort)options.Prefetch;
        bus.ConcurrentMessageLimit = options.Concurrency;
        bus.ConfigureEndpoints(context);
    }
}
