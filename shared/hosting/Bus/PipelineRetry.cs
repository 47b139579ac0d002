using MassTransit;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Retries in place, of two kinds: an outage is sat out, anything else soon becomes a dead letter.</summary>
internal static class PipelineRetry
{
    // 0.2 s doubling to 15 s: 43 attempts take ten minutes. With the short kind alone, a database that was away
    // for 14 seconds was seen to send a sixth of the messages to the dead letters.
    private const int OutageAttempts = 43;

    public static void UsePipelineRetry(this IConsumePipeConfigurator endpoints)
    {
        endpoints.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(TransientFailure.Is);
            retry.Exponential(OutageAttempts, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(200));
        });
        endpoints.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(TransientFailure.Is);
            retry.Intervals(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        });
    }
}
