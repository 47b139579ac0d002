using System.Data.Common;
using Microsoft.Data.Sqlite;
using NewsMonitor.Hosting.Bus;
using Npgsql;

namespace NewsMonitor.Hosting.Database;

/// <summary>Tells failures that pass by themselves (a database or broker that is away or busy) from those that do not.</summary>
public static class TransientFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>True when the same call may well succeed later.</summary>
    /// <param name="exception">The failure, possibly wrapped.</param>
    public static bool Is(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is BrokerUnavailableException
                or SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
                or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow }
                or DbException { IsTransient: true })
            {
                return true;
            }
        }
        return false;
    }
}
