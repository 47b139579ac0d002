using Microsoft.Extensions.Options;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.Ingest.Seeds;

/// <summary>Submits <c>seeds/articles/*.json</c> on the first start, so that a newcomer sees an alert at once.</summary>
internal sealed class ArticleSeeds(
    IServiceScopeFactory scopes,
    IOptions<SeedOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ArticleSeeds> logger) : BackgroundService
{
    private const string Folder = "articles";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var folder = Path.Combine(options.Value.Directory, Folder);
        if (!options.Value.Articles || !Directory.Exists(folder))
            return;
        await lifetime.WaitForStartAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IngestDb>();
        if (db.SeedMarks.Any(mark => mark.Name == Folder))
            return;
        var accept = scope.ServiceProvider.GetRequiredService<AcceptArticle>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (SubmissionBody.Parse(await File.ReadAllBytesAsync(file, stoppingToken), out var error) is not { } submission)
            {
                Log.SeedRefused(logger, file, error!);
                continue;
            }
            try
            {
                await accept.AcceptAsync([submission], stoppingToken);
            }
            catch (BrokerUnavailableException exception)
            {
                // Its row is stored and goes on its way when the broker is ready, which may take its time at the first start of everything.
                Log.NotConfirmed(logger, exception);
            }
        }
        // Marked last: an article that is submitted again after a kill is recognised, one that is not would be missing.
        await db.InsertIfAbsentAsync(new SeedMark { Name = Folder, LoadedAt = time.GetUtcNow() }, stoppingToken);
    }
}
