using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Reads rows in the order of their time, while they are being answered: an offset would skip rows.</summary>
public static class UnansweredPages
{
    /// <summary>Pages of about <see cref="Topology.MaxItems"/> rows.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="rows">The unanswered rows.</param>
    /// <param name="storedAt">The property that says when a row was stored.</param>
    /// <param name="before">Rows stored from this moment on are left to whoever stores them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<IReadOnlyList<TRow>> ReadAsync<TRow>(
        IQueryable<TRow> rows, string storedAt, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var after = DateTimeOffset.MinValue;
        while (true)
        {
            var from = after;
            var moments = rows.Select(row => EF.Property<DateTimeOffset>(row, storedAt)).Where(at => at > from && at < before).OrderBy(at => at);
            var last = await moments.Take(Topology.MaxItems).Select(at => (DateTimeOffset?)at).OrderBy(at => at).LastOrDefaultAsync(cancellationToken);
            if (last is not { } until)
                yield break;
            // Rows of one transaction may share their time: a page ends with all rows of its last moment.
            yield return await rows
                .Where(row => EF.Property<DateTimeOffset>(row, storedAt) > from && EF.Property<DateTimeOffset>(row, storedAt) <= until)
                .OrderBy(row => EF.Property<DateTimeOffset>(row, storedAt))
                .ToListAsync(cancellationToken);
            after = until;
        }
    }
}
