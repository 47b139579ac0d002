using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.TopicTagging.Topics.Backfill;

/// <summary>Works on backfills in the background, one at a time. What a stop or a crash interrupts goes on where it was, here or in another instance.</summary>
internal sealed class BackfillWorker(IServiceScopeFactory scopes, BackfillSignal signal, IHostApplicationLifetime lifetime, ILogger<BackfillWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        await GuardAsync(backfills => backfills.FreeLeftOversAsync(stoppingToken), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            while (await RunNextAsync(stoppingToken)) { }
            await signal.WaitAsync(stoppingToken);
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken stoppingToken)
    {
        BackfillRow? run = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            run = await scope.ServiceProvider.GetRequiredService<Backfills>().ClaimAsync(stoppingToken);
            if (run is null)
                return false;
            Log.BackfillRuns(logger, run.TopicId, run.Days, run.Scanned);
            await scope.ServiceProvider.GetRequiredService<BackfillTopic>().RunAsync(run, stoppingToken);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.BackfillFailed(logger, run?.TopicId ?? "", exception);
            // A database that is away is asked again; anything else would fail for ever.
            if (run is not null && !TransientFailure.Is(exception))
                await GuardAsync(backfills => backfills.FinishAsync(run.RunId, BackfillState.Failed, $"{exception.GetType().Name}: {exception.Message}", stoppingToken), stoppingToken);
            else if (run is not null)
                await GuardAsync(backfills => backfills.ReleaseAsync(run.RunId, stoppingToken), stoppingToken);
            return false;
        }
        catch (OperationCanceledException) when (run is not null)
        {
            // The host stops: the next start, or another instance, need not wait for the lease.
            await GuardAsync(backfills => backfills.ReleaseAsync(run.RunId, CancellationToken.None), CancellationToken.None);
            throw;
        }
    }

    private async Task GuardAsync(Func<Backfills, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<Backfills>());
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The lease runs out by itself.
            Log.BackfillFailed(logger, "", exception);
        }
    }
}
