using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Hosting.Bus;

/// <summary>
/// A table whose rows wait for an answer of the next stage. Beside the two moments that differ by name, a row has
/// <c>FailedBecause</c> (text), <c>Sweeps</c> (a count) and <c>SweptAt</c> (a moment).
/// </summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="db">The service's context.</param>
/// <param name="schema">The service's schema, for the lock between instances.</param>
/// <param name="storedAt">The property that says when a row was stored.</param>
/// <param name="answeredAt">The property that says when it was answered; null while it was not.</param>
public sealed class UnansweredTable<TRow>(DbContext db, string schema, string storedAt, string answeredAt)
    where TRow : class
{
    private const string FailedBecause = nameof(FailedBecause);
    private const string Sweeps = nameof(Sweeps);
    private const string SweptAt = nameof(SweptAt);

    // A sweep publishes what fits into a minute; the next one goes on.
    private const int MaxClaimed = Topology.MaxItems * 16;

    private IQueryable<TRow> Unanswered => db.Set<TRow>().AsNoTracking()
        .Where(row => EF.Property<DateTimeOffset?>(row, answeredAt) == null && EF.Property<string?>(row, FailedBecause) == null);

    private IQueryable<TRow> Failed => db.Set<TRow>().AsNoTracking()
        .Where(row => EF.Property<DateTimeOffset?>(row, answeredAt) == null && EF.Property<string?>(row, FailedBecause) != null);

    /// <summary>What waits.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) => new(
        await Unanswered.CountAsync(cancellationToken),
        await Unanswered.MinAsync(row => (DateTimeOffset?)EF.Property<DateTimeOffset>(row, storedAt), cancellationToken),
        await Unanswered.CountAsync(row => EF.Property<int>(row, Sweeps) >= SweepRule.MaxSweeps, cancellationToken),
        await Failed.CountAsync(cancellationToken));

    /// <summary>All unanswered rows in the order of their time, in pages of about <see cref="Topology.MaxItems"/>, while they are being answered: an offset would skip rows.</summary>
    /// <param name="before">Rows stored from this moment on are left to whoever stores them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<IReadOnlyList<TRow>> ReadPagesAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = DateTimeOffset.MinValue;
        while (true)
        {
            var from = after;
            var moments = Unanswered.Select(row => EF.Property<DateTimeOffset>(row, storedAt)).Where(at => at > from && at < before).OrderBy(at => at);
            var last = await moments.Take(Topology.MaxItems).Select(at => (DateTimeOffset?)at).OrderBy(at => at).LastOrDefaultAsync(cancellationToken);
            if (last is not { } until)
                yield break;
            // Rows of one transaction may share their time: a page ends with all rows of its last moment.
            yield return await Unanswered
                .Where(row => EF.Property<DateTimeOffset>(row, storedAt) > from && EF.Property<DateTimeOffset>(row, storedAt) <= until)
                .OrderBy(row => EF.Property<DateTimeOffset>(row, storedAt))
                .ToListAsync(cancellationToken);
            after = until;
        }
    }

    /// <summary>Notes rows as swept that are late by <see cref="SweepRule"/>, each at most <see cref="SweepRule.MaxSweeps"/> times, and returns them to be published again.</summary>
    /// <param name="queuesEmpty">True when nothing waits in the queues towards the answer.</param>
    /// <param name="now">The time.</param>
    /// <param name="lateAfter">The age from which a row may be late.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Nothing while another instance sweeps.</returns>
    public async Task<IReadOnlyList<TRow>> ClaimLateAsync(bool queuesEmpty, DateTimeOffset now, TimeSpan lateAfter, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.TryLockAsync(schema, "sweep", cancellationToken))
            return [];
        // By the index of unanswered rows, which are few: what follows looks at all of them that were ever answered.
        if (!await Unanswered.AnyAsync(row => EF.Property<DateTimeOffset>(row, storedAt) <= now - lateAfter && EF.Property<int>(row, Sweeps) < SweepRule.MaxSweeps, cancellationToken))
            return [];
        var youngestAnswered = await db.Set<TRow>().Where(row => EF.Property<DateTimeOffset?>(row, answeredAt) != null)
            .MaxAsync(row => (DateTimeOffset?)EF.Property<DateTimeOffset>(row, storedAt), cancellationToken);
        if (SweepRule.LateBefore(youngestAnswered, queuesEmpty, now, lateAfter) is not { } lateBefore)
            return [];
        var sweptBefore = now - lateAfter;
        var late = await Unanswered.AsTracking()
            .Where(row => EF.Property<DateTimeOffset>(row, storedAt) <= lateBefore && EF.Property<int>(row, Sweeps) < SweepRule.MaxSweeps)
            .Where(row => EF.Property<DateTimeOffset?>(row, SweptAt) == null || EF.Property<DateTimeOffset?>(row, SweptAt) < sweptBefore)
            .OrderBy(row => EF.Property<DateTimeOffset>(row, storedAt)).Take(MaxClaimed).ToListAsync(cancellationToken);
        foreach (var row in late.Select(row => db.Entry(row)))
        {
            var sweeps = row.Property<int>(Sweeps);
            sweeps.CurrentValue++;
            row.Property<DateTimeOffset?>(SweptAt).CurrentValue = now;
        }
        await SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return late;
    }

    /// <summary>Takes back that the pipeline gave up on rows, and returns them to be published again.</summary>
    /// <param name="limit">The most rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<TRow>> ClaimFailedAsync(int limit, CancellationToken cancellationToken)
    {
        var failed = await Failed.AsTracking().OrderBy(row => EF.Property<DateTimeOffset>(row, storedAt)).Take(limit).ToListAsync(cancellationToken);
        foreach (var row in failed.Select(row => db.Entry(row)))
            row.Property<string?>(FailedBecause).CurrentValue = null;
        await SaveAsync(cancellationToken);
        return failed;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
