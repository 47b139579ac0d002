using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Topics.Backfill;

/// <summary>The backfills, one a topic, in the database: any instance may go on with what another has begun.</summary>
internal sealed class Backfills(TaggingDb db, BackfillSignal signal, TimeProvider time)
{
    // Longer than a page of very long texts takes. Another instance goes on after it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>The last backfill of a topic, or null.</summary>
    public Task<BackfillRow?> FindAsync(string topicId, CancellationToken cancellationToken) =>
        db.Backfills.AsNoTracking().SingleOrDefaultAsync(row => row.TopicId == topicId, cancellationToken);

    /// <summary>Asks for a backfill.</summary>
    /// <returns>The backfill, and false when one is at work that must end first.</returns>
    public async Task<(BackfillRow Row, bool Started)> RequestAsync(string topicId, int topicVersion, int days, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new BackfillRow { TopicId = topicId, RunId = Guid.CreateVersion7(now), TopicVersion = topicVersion, Days = days, From = now.AddDays(-days), Until = now };
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await db.LockAsync("tagging", "backfills", cancellationToken);
            if (await FindAsync(topicId, cancellationToken) is { State: BackfillState.Waiting or BackfillState.Running } active)
                return (active, false);
            await db.Backfills.Where(old => old.TopicId == topicId).ExecuteDeleteAsync(cancellationToken);
            await db.InsertIfAbsentAsync(row, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        signal.Set();
        return (row, true);
    }

    /// <summary>Ends a backfill that is not at its end. What it has written stays.</summary>
    public Task CancelAsync(string topicId, CancellationToken cancellationToken) =>
        db.Backfills.Where(row => row.TopicId == topicId && (row.State == BackfillState.Waiting || row.State == BackfillState.Running))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, BackfillState.Cancelled).SetProperty(r => r.FinishedAt, time.GetUtcNow()).SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Takes a backfill on which nobody works; null when there is none.</summary>
    public async Task<BackfillRow?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var free = await db.Backfills.AsNoTracking()
            .Where(row => (row.State == BackfillState.Waiting || row.State == BackfillState.Running) && (row.LeasedUntil == null || row.LeasedUntil < now))
            .OrderBy(row => row.Until).ToListAsync(cancellationToken);
        foreach (var row in free)
        {
            var claimed = await db.Backfills.Where(r => r.RunId == row.RunId && r.LeasedUntil == row.LeasedUntil && (r.State == BackfillState.Waiting || r.State == BackfillState.Running))
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeasedUntil, now + Lease).SetProperty(x => x.State, BackfillState.Running).SetProperty(x => x.StartedAt, x => x.StartedAt ?? now), cancellationToken);
            if (claimed == 1)
                return row;
        }

        return null;
    }

    /// <summary>Notes a page as done, in the transaction that writes it.</summary>
    /// <returns>False when the backfill was cancelled, or another instance has gone on with it.</returns>
    public async Task<bool> AdvanceAsync(BackfillRow before, BackfillRow after, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Lease;
        return await db.Backfills.Where(row => row.RunId == before.RunId && row.State == BackfillState.Running && row.AfterArticleId == before.AfterArticleId && row.AfterVersion == before.AfterVersion)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.Scanned, after.Scanned).SetProperty(r => r.Matched, after.Matched).SetProperty(r => r.Added, after.Added)
                    .SetProperty(r => r.AfterReceivedAt, after.AfterReceivedAt).SetProperty(r => r.AfterArticleId, after.AfterArticleId).SetProperty(r => r.AfterVersion, after.AfterVersion)
                    .SetProperty(r => r.LeasedUntil, until),
                cancellationToken) == 1;
    }

    /// <summary>Ends a backfill.</summary>
    public Task FinishAsync(Guid runId, BackfillState state, string? problem, CancellationToken cancellationToken) =>
        db.Backfills.Where(row => row.RunId == runId && row.State == BackfillState.Running)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, state).SetProperty(r => r.Problem, problem).SetProperty(r => r.FinishedAt, time.GetUtcNow()).SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Lets others go on: this instance stops.</summary>
    public Task ReleaseAsync(Guid runId, CancellationToken cancellationToken) =>
        db.Backfills.Where(row => row.RunId == runId).ExecuteUpdateAsync(row => row.SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Frees what a killed process held, where no other process can hold any: a SQLite file has one.</summary>
    public async Task FreeLeftOversAsync(CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            await db.Backfills.ExecuteUpdateAsync(row => row.SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null), cancellationToken);
    }
}
