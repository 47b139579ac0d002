using Microsoft.EntityFrameworkCore;

namespace NewsMonitor.Hosting.Database;

/// <summary>The room that a service's database has for more.</summary>
/// <param name="Available">Bytes: what the disk or the limit leaves, and what deleted rows have left inside.</param>
/// <param name="Low">Bytes below which the database counts as nearly full.</param>
public sealed record DatabaseSpace(long Available, long Low)
{
    /// <summary>True when old rows have to go before their time.</summary>
    public bool IsLow => Available < Low;
}

/// <summary>Reads <see cref="DatabaseSpace"/>.</summary>
internal static class DatabaseSpaceReader
{
    // Of a large disk a twentieth would be a lot to leave empty.
    private const long MostToKeepFree = 2L << 30;

    /// <summary>Reads the room that is left.</summary>
    /// <param name="db">The service's context.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="limit">Bytes that a PostgreSQL database may take, whose disk no client can see; null: it is not watched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it is not watched.</returns>
    public static async Task<DatabaseSpace?> ReadSpaceAsync(this DbContext db, string schema, long? limit, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
            return await ReadSqliteAsync(db, cancellationToken);
        if (limit is not { } bytes)
            return null;
        // Files do not shrink when rows are deleted: without what is free inside them, deleting would never seem to help.
        var available = await db.Database.SqlQuery<long>(
            $"""
            SELECT ({bytes} - pg_database_size(current_database()) + COALESCE(SUM(public.pg_freespace(relation.id, page.number)), 0))::bigint AS "Value"
            FROM pg_class owned
            JOIN pg_namespace namespace ON namespace.oid = owned.relnamespace AND namespace.nspname = {schema} AND owned.relkind = 'r'
            CROSS JOIN LATERAL (VALUES (owned.oid), (owned.reltoastrelid)) relation(id)
            CROSS JOIN LATERAL generate_series(0, pg_relation_size(relation.id) / current_setting('block_size')::bigint - 1) page(number)
            WHERE relation.id <> 0
            """).SingleAsync(cancellationToken);
        return new DatabaseSpace(available, bytes / 10);
    }

    /// <summary>Hands the room of deleted rows to new ones.</summary>
    /// <param name="db">The context, in no transaction.</param>
    /// <param name="schema">The service's schema.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task ReclaimAsync(this DbContext db, string schema, CancellationToken cancellationToken)
    {
        // SQLite keeps its free pages in a list of its own.
        if (!db.Database.IsNpgsql())
            return;
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            // Names from the model, which cannot be parameters.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"VACUUM \"{schema}\".\"{table}\"", cancellationToken);
#pragma warning restore EF1002
        }
    }

    private static async Task<DatabaseSpace> ReadSqliteAsync(DbContext db, CancellationToken cancellationToken)
    {
        var free = await db.Database.SqlQuery<long>($"SELECT freelist_count * page_size AS Value FROM pragma_freelist_count, pragma_page_size").SingleAsync(cancellationToken);
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        var drive = new DriveInfo(Path.GetFullPath(file));
        return new DatabaseSpace(drive.AvailableFreeSpace + free, Math.Min(drive.TotalSize / 20, MostToKeepFree));
    }
}
