using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NewsMonitor.Hosting.Database;

/// <summary>
/// Locks between the instances of a service, held until the transaction ends, however it ends. On SQLite the one writer is the lock.
/// </summary>
public static class AdvisoryLock
{
    /// <summary>Waits for a lock inside the current transaction.</summary>
    /// <param name="db">The context, in a transaction.</param>
    /// <param name="schema">The service's schema: locks are shared by the whole database.</param>
    /// <param name="purpose">What is locked, for example <c>stories</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task LockAsync(this DbContext db, string schema, string purpose, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key(schema, purpose)})", cancellationToken);
    }

    /// <summary>Takes a lock inside the current transaction when it is free.</summary>
    /// <param name="db">The context, in a transaction.</param>
    /// <param name="schema">The service's schema.</param>
    /// <param name="purpose">What is locked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when another instance holds it.</returns>
    public static async Task<bool> TryLockAsync(this DbContext db, string schema, string purpose, CancellationToken cancellationToken) =>
        !db.Database.IsNpgsql()
        || await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Key(schema, purpose)}) AS \"Value\"").SingleAsync(cancellationToken);

    /// <summary>The lock's number: 64 bits of a hash, because numbers given by hand collide unseen.</summary>
    internal static long Key(string schema, string purpose) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"newsmonitor/{schema}/{purpose}")));
}
