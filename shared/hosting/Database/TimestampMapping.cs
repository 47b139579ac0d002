using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsMonitor.Hosting.Database;

/// <summary>How timestamps are stored where the database has no type for them.</summary>
public static class TimestampMapping
{
    /// <summary>
    /// Stores every <see cref="DateTimeOffset"/> as integer UTC microseconds: SQLite would store text, which EF Core refuses to order by.
    /// PostgreSQL's <c>timestamptz</c> has the same precision, so both databases round alike.
    /// </summary>
    /// <param name="configuration">The model's conventions.</param>
    public static void StoreTimestampsAsMicroseconds(this ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<MicrosecondConverter>();

    private sealed class MicrosecondConverter() : ValueConverter<DateTimeOffset, long>(
        value => value.UtcTicks / TimeSpan.TicksPerMicrosecond,
        value => new DateTimeOffset(value * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));
}
