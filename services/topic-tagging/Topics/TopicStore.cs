using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Topics in the database. Every change is live when the call returns.</summary>
internal sealed class TopicStore(TaggingDb db, LiveTopics live, TimeProvider time)
{
    /// <summary>All topics, by name.</summary>
    public async Task<IReadOnlyList<TopicView>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await db.Topics.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.ToView()).OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>One topic, or null.</summary>
    public async Task<TopicView?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await db.Topics.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken))?.ToView();

    /// <summary>Adds a topic; null when the id exists.</summary>
    public async Task<TopicView?> AddAsync(TopicDefinition topic, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = TopicRow.Of(topic, version: 1, now, now);
        if (!await db.InsertIfAbsentAsync(row, cancellationToken))
            return null;
        await GoLiveAsync(cancellationToken);
        return row.ToView();
    }

    /// <summary>Changes a topic; null when there is none. The version counts up only when something changed.</summary>
    public async Task<TopicView?> ChangeAsync(TopicDefinition topic, CancellationToken cancellationToken)
    {
        TopicRow changed;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            var stored = await db.Topics.AsNoTracking().SingleOrDefaultAsync(row => row.Id == topic.Id, cancellationToken);
            if (stored is null)
                return null;
            changed = TopicRow.Of(topic, stored.Version + 1, stored.CreatedAt, time.GetUtcNow());
            if (changed.DefinitionJson == stored.DefinitionJson)
                return stored.ToView();
            db.Topics.Update(changed);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            await transaction.CommitAsync(cancellationToken);
        }
        await GoLiveAsync(cancellationToken);
        return changed.ToView();
    }

    /// <summary>Deletes a topic. What was tagged with it stays.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.Topics.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
            return false;
        await GoLiveAsync(cancellationToken);
        return true;
    }

    // After the commit, for this instance before the call returns and for the others at once.
    private async Task GoLiveAsync(CancellationToken cancellationToken)
    {
        await db.NotifyAsync(LiveTopics.Channel, cancellationToken);
        await live.ReloadAsync(cancellationToken);
    }
}
