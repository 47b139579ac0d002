using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Settings of ingest. Section <c>Ingest</c>.</summary>
internal sealed class IngestOptions
{
    /// <summary>
    /// Messages that may wait in the fullest queue of the pipeline, each of 1 to 64 articles; while more do, submissions over HTTP are answered
    /// with 429. Default: 10,000.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxWaiting { get; set; } = 10_000;

    /// <summary>How often the queues are looked at for that. Default: every 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan WaitingInterval { get; set; } = TimeSpan.FromSeconds(2);
}

/// <summary>
/// Backpressure: articles are refused at the door while the pipeline is behind, because a full broker would refuse its own services too.
/// What was accepted is never thrown away. The queues are looked at now and then, not for each request.
/// </summary>
internal sealed class Admission(
    IDeadLetters queues, IOptions<IngestOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Admission> logger) : BackgroundService
{
    private static readonly string[] Pipeline = [Topology.IngestedArticles, Topology.LanguageDetectedArticles, Topology.TaggedArticles];
    private long _waiting;

    /// <summary>False while the pipeline is too far behind.</summary>
    public bool IsOpen => Volatile.Read(ref _waiting) <= options.Value.MaxWaiting;

    /// <summary>Messages in the fullest queue when it was last looked at.</summary>
    public long Waiting => Volatile.Read(ref _waiting);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.WaitingInterval, time);
        do
        {
            try
            {
                var states = await queues.ReadQueuesAsync(Pipeline, stoppingToken);
                Volatile.Write(ref _waiting, states.Max(queue => queue.Waiting ?? 0));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Without a broker a submission is answered with 503 by itself.
                Log.DepthUnknown(logger, exception.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
