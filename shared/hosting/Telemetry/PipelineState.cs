using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>
/// Reads the depths of this process's queues and the ages of its rows now and then, and shows the last reading as metrics: whoever collects
/// metrics, however often, asks neither broker nor database. Every instance of a service shows the same numbers.
/// </summary>
internal sealed class PipelineState : BackgroundService
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IOptions<TelemetryOptions> _options;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private readonly ILogger<PipelineState> _logger;
    private volatile IReadOnlyList<StageState> _stages = [];

    public PipelineState(IServiceScopeFactory scopes, IOptions<TelemetryOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PipelineState> logger)
    {
        (_scopes, _options, _lifetime, _time, _logger) = (scopes, options, lifetime, time, logger);
        Queue("newsmonitor.queue.waiting", "Messages that no consumer has taken.", queue => queue.Waiting);
        Queue("newsmonitor.queue.consumers", "Instances that consume the queue.", queue => queue.Consumers);
        Queue("newsmonitor.queue.dead_letters", "Messages that a consumer gave up on.", queue => queue.DeadLetters);
        Rows("newsmonitor.rows.unanswered", "{article}", "Stored articles that the next stage has not answered.", backlog => backlog.Unanswered);
        Rows("newsmonitor.rows.oldest.age", "s", "Age of the oldest of them.", backlog => backlog.Oldest is { } oldest ? (_time.GetUtcNow() - oldest).TotalSeconds : 0);
        Rows("newsmonitor.rows.stuck", "{article}", "Those that were sent on their way again as often as allowed.", backlog => backlog.Stuck);
        Rows("newsmonitor.rows.failed", "{article}", "Stored articles that the pipeline gave up on.", backlog => backlog.Failed);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _lifetime.WaitForStartAsync(stoppingToken);
        using var timer = new PeriodicTimer(_options.Value.StateInterval, _time);
        do
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                var stages = new List<StageState>();
                foreach (var source in scope.ServiceProvider.GetServices<IPipelineSource>())
                    stages.AddRange(await source.ReadAsync(stoppingToken));
                _stages = stages;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // No reading is better than an old one that is taken for the present.
                _stages = [];
                Log.StateUnknown(_logger, exception.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Queue(string name, string description, Func<QueueState, double?> read) => PipelineMetrics.Observe(
        name,
        "{message}",
        description,
        () => _stages.SelectMany(stage => stage.Queues).Where(queue => read(queue) is not null).Select(queue => new Measurement<double>(read(queue)!.Value, PipelineMetrics.Tag("queue", queue.Queue))));

    private void Rows(string name, string unit, string description, Func<Backlog, double> read) => PipelineMetrics.Observe(
        name,
        unit,
        description,
        () => _stages.Where(stage => stage.Backlog is not null).Select(stage => new Measurement<double>(read(stage.Backlog!), PipelineMetrics.Tag("stage", stage.Stage))));
}
