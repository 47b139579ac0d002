using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsMonitor.Hosting.Bus;

/// <summary>The bus. Called once per process, because MassTransit allows one bus per container.</summary>
public static class BusRegistration
{
    /// <summary>How long a stopping bus waits for consumers to end; below the host's shutdown timeout (<see cref="ServiceDefaults"/>).</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Adds the bus with the consumers of one or more services.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="addConsumers">Each service's consumers.</param>
    public static void AddBus(this IHostApplicationBuilder builder, params Action<IBusRegistrationConfigurator>[] addConsumers)
    {
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            options.WaitUntilStarted = true;
            options.StopTimeout = StopTimeout;
        });
        builder.Services.AddMassTransit(registration =>
        {
            registration.DisableUsageTelemetry();
            foreach (var add in addConsumers)
                add(registration);
            registration.UsingInMemory((context, bus) =>
            {
                bus.MessageTopology.SetEntityNameFormatter(new ExchangeNames(bus.MessageTopology.EntityNameFormatter));
                bus.UsePipelineRetry();
                bus.ConfigureEndpoints(context);
            });
        });
    }
}
