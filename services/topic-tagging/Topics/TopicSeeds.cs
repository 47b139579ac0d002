using Microsoft.Extensions.Options;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Loads <c>seeds/topics/*.yaml</c> on the first start. A topic that somebody made under the same id stays as it is.</summary>
internal sealed class TopicSeeds(IServiceScopeFactory scopes, IOptions<SeedOptions> options, TimeProvider time) : IHostedService
{
    private const string Folder = "topics";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.Value.Directory, Folder);
        if (!options.Value.Load || !Directory.Exists(folder))
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TaggingDb>();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.InsertIfAbsentAsync(new SeedMark { Name = Folder, LoadedAt = now }, cancellationToken))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            await db.InsertIfAbsentAsync(TopicRow.Of(await ReadAsync(file, cancellationToken), version: 1, now, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads the topics of a folder without storing them.</summary>
    public static async Task<IReadOnlyList<TopicDefinition>> ReadFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var topics = new List<TopicDefinition>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            topics.Add(await ReadAsync(file, cancellationToken));
        return topics;
    }

    private static async Task<TopicDefinition> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return TopicYaml.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        }
        catch (TopicFormatException exception)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }
}
