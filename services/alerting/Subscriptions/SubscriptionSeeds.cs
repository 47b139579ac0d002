using Microsoft.Extensions.Options;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;

namespace NewsMonitor.Alerting.Subscriptions;

/// <summary>Loads <c>seeds/subscriptions.yaml</c> on the first start.</summary>
internal sealed class SubscriptionSeeds(IServiceScopeFactory scopes, IOptions<SeedOptions> options, TimeProvider time) : IHostedService
{
    private const string FileName = "subscriptions.yaml";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.Value.Directory, FileName);
        if (!options.Value.Load || !File.Exists(path))
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AlertingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.InsertIfAbsentAsync(new SeedMark { Name = FileName, LoadedAt = time.GetUtcNow() }, cancellationToken))
            return;
        foreach (var subscription in SubscriptionYaml.Parse(await File.ReadAllTextAsync(path, cancellationToken)))
            await db.InsertIfAbsentAsync(subscription, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
