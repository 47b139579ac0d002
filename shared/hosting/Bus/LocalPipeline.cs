using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NewsMonitor.Contracts;

namespace NewsMonitor.Hosting.Bus;

/// <summary>The pipeline's stages in this process.</summary>
internal sealed class LocalPipeline(IEnumerable<StageName> stages, IEnumerable<IUnansweredRows> rows, IDeadLetters deadLetters) : IPipelineSource
{
    public async Task<IReadOnlyList<StageState>> ReadAsync(CancellationToken cancellationToken)
    {
        var states = new List<StageState>();
        foreach (var stage in stages)
        {
            var backlog = rows.FirstOrDefault(stored => stored.Stage == stage.Name) is { } own ? await own.ReadBacklogAsync(cancellationToken) : null;
            try
            {
                states.Add(new StageState(stage.Name, await deadLetters.ReadQueuesAsync(Topology.QueuesOf[stage.Name], cancellationToken), backlog));
            }
            catch (BrokerUnavailableException exception)
            {
                states.Add(new StageState(stage.Name, [], backlog, exception.Message));
            }
        }
        return states;
    }

    public async Task<int?> RedriveAsync(string queue, int limit, CancellationToken cancellationToken) =>
        stages.Any(stage => Topology.QueuesOf[stage.Name].Contains(queue)) ? await deadLetters.RedriveAsync(queue, limit, cancellationToken) : null;
}

/// <summary>A service that runs in this process.</summary>
/// <param name="Name">Its name, as in <see cref="Topology.QueuesOf"/>.</param>
internal sealed record StageName(string Name);

/// <summary>Registers stages.</summary>
public static class PipelineRegistration
{
    /// <summary>Makes a service's queues and backlog visible.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">The service, as in <see cref="Topology.QueuesOf"/>.</param>
    public static void AddPipelineStage(this IHostApplicationBuilder builder, string name)
    {
        builder.Services.AddSingleton(new StageName(name));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IPipelineSource, LocalPipeline>());
    }
}
