using Microsoft.EntityFrameworkCore;

namespace NewsMonitor.Hosting.Seeds;

/// <summary>Notes that seeds were loaded, so that what a user has deleted since does not come back at the next start.</summary>
public sealed class SeedMark
{
    /// <summary>What was loaded, for example <c>topics</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset LoadedAt { get; init; }

    /// <summary>Maps the table.</summary>
    /// <param name="model">The service's model.</param>
    public static void Map(ModelBuilder model) =>
        (model ?? throw new ArgumentNullException(nameof(model))).Entity<SeedMark>().ToTable("seed_mark").HasKey(mark => mark.Name);
}
