using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics.Versions;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Topics in the database. Every change keeps what was before, and is live when the call returns.</summary>
internal sealed class TopicStore(TaggingDb db, LiveTopics live, TimeProvider time)
{
    /// <summary>All topics, by name.</summary>
    public async Task<IReadOnlyList<TopicView>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await db.Topics.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.ToView()).OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>One topic, or null.</summary>
    public async Task<TopicView?> FindAsync(string id, CancellationToken cancellationToken) => (await RowAsync(id, cancellationToken))?.ToView();

    /// <summary>All definitions, by id.</summary>
    public async Task<IReadOnlyList<TopicDefinition>> DefinitionsAsync(CancellationToken cancellationToken) =>
        (await db.Topics.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken)).ConvertAll(row => row.ReadDefinition());

    /// <summary>Adds a topic; null when the id exists.</summary>
    public async Task<TopicView?> AddAsync(TopicDefinition topic, CancellationToken cancellationToken)
    {
        await using (var transaction = await LockAsync(cancellationToken))
        {
            if (await RowAsync(topic.Id, cancellationToken) is not null)
                return null;
            await WriteAsync(topic, null, cancellationToken);
            await CommitAsync(transaction, cancellationToken);
        }

        return await GoLiveAsync(topic.Id, cancellationToken);
    }

    /// <summary>Changes a topic. The version counts up only when something changed.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="change">Makes the new definition from the stored one.</param>
    /// <param name="expected">The version that the caller has seen; null to change whichever there is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The topic as it is stored now, and whether the caller had seen another version; null when there is none.</returns>
    public async Task<(TopicView? Topic, bool Stale)> ChangeAsync(string id, Func<TopicDefinition, TopicDefinition> change, int? expected, CancellationToken cancellationToken)
    {
        await using (var transaction = await LockAsync(cancellationToken))
        {
            if (await RowAsync(id, cancellationToken) is not { } stored)
                return (null, false);
            if (expected is not null && expected != stored.Version)
                return (stored.ToView(), true);
            if (!await WriteAsync(change(stored.ReadDefinition()), stored, cancellationToken))
                return (stored.ToView(), false);
            await CommitAsync(transaction, cancellationToken);
        }

        return (await GoLiveAsync(id, cancellationToken), false);
    }

    /// <summary>Adds and changes topics, all or none.</summary>
    /// <param name="topics">The topics as they are to be.</param>
    /// <param name="seen">The topics as the caller has seen them stored, by id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The topics that somebody has changed since they were seen; when there are any, nothing was written.</returns>
    public async Task<IReadOnlyList<string>> PutAsync(IReadOnlyList<TopicDefinition> topics, IReadOnlyDictionary<string, TopicDefinition> seen, CancellationToken cancellationToken)
    {
        await using (var transaction = await LockAsync(cancellationToken))
        {
            var rows = new List<TopicRow?>(topics.Count);
            foreach (var topic in topics)
                rows.Add(await RowAsync(topic.Id, cancellationToken));
            var changed = topics.Where((topic, i) => IsChanged(seen.GetValueOrDefault(topic.Id), rows[i]?.ReadDefinition())).Select(topic => topic.Id).ToList();
            if (changed.Count > 0)
                return changed;
            for (var i = 0; i < topics.Count; i++)
                await WriteAsync(topics[i], rows[i], cancellationToken);
            await CommitAsync(transaction, cancellationToken);
        }

        await GoLiveAsync(null, cancellationToken);
        return [];
    }

    /// <summary>Deletes a topic. Its versions and what was tagged with it stay.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await using (var transaction = await LockAsync(cancellationToken))
        {
            if (await RowAsync(id, cancellationToken) is not { } stored)
                return false;
            await db.InsertIfAbsentAsync(TopicVersionRow.Of(stored), cancellationToken);
            await db.Topics.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
            await CommitAsync(transaction, cancellationToken);
        }

        await GoLiveAsync(null, cancellationToken);
        return true;
    }

    // One writer of topics at a time: between reading a version and writing the next nobody else may write.
    private async Task<IDbContextTransaction> LockAsync(CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync("tagging", "topics", cancellationToken);
        return transaction;
    }

    private static bool IsChanged(TopicDefinition? seen, TopicDefinition? stored) =>
        seen is null || stored is null ? seen != stored : TopicChanges.Between(seen, stored).Count > 0;

    // What cannot be an id is not asked for: PostgreSQL refuses to compare some texts at all.
    private async Task<TopicRow?> RowAsync(string id, CancellationToken cancellationToken) =>
        !TopicValidation.IsId(id) ? null : await db.Topics.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    private async Task<bool> WriteAsync(TopicDefinition topic, TopicRow? stored, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (stored is null)
        {
            // A topic that existed before goes on counting: its old versions are named by what they have tagged.
            var last = await db.TopicVersions.Where(row => row.TopicId == topic.Id).MaxAsync(row => (int?)row.Version, cancellationToken) ?? 0;
            db.Topics.Add(TopicRow.Of(topic, last + 1, now, now));
        }
        else
        {
            var changed = TopicRow.Of(topic, stored.Version + 1, stored.CreatedAt, now);
            if (changed.DefinitionJson == stored.DefinitionJson)
                return false;
            await db.InsertIfAbsentAsync(TopicVersionRow.Of(stored), cancellationToken);
            db.Topics.Update(changed);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    // The others hear of it with the commit, so that nothing is stored and live nowhere.
    private async Task CommitAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await db.NotifyAsync(LiveTopics.Channel, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // For this instance before the call returns, and also when nobody waits for it any more: what is stored has to go live.
    private async Task<TopicView?> GoLiveAsync(string? id, CancellationToken cancellationToken)
    {
        await live.ReloadAsync(CancellationToken.None);
        return id is null ? null : await FindAsync(id, cancellationToken);
    }
}
