using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;

namespace NewsMonitor.Ingest.Storage;

/// <summary>The database of ingest: what was submitted, and what the pipeline answered.</summary>
internal abstract class IngestDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleVersion> Versions => Set<ArticleVersion>();

    public DbSet<Sighting> Sightings => Set<Sighting>();

    public DbSet<Refusal> Refusals => Set<Refusal>();

    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Article>().ToTable("article").HasKey(article => article.Id);
        modelBuilder.Entity<ArticleVersion>(version =>
        {
            version.ToTable("article_version").HasKey(row => new { row.ArticleId, row.Number });
            version.HasIndex(row => new { row.ArticleId, row.ContentHash }).IsUnique();
            version.HasIndex(row => row.ReceivedAt).HasFilter("tagged_at IS NULL AND failed_because IS NULL").HasDatabaseName("ix_article_version_unanswered");
            version.HasIndex(row => row.TaggedAt);
        });
        modelBuilder.Entity<Sighting>().ToTable("sighting").HasKey(sighting => new { sighting.ArticleId, sighting.Source });
        modelBuilder.Entity<Refusal>(refusal =>
        {
            refusal.ToTable("refusal").HasKey(row => row.Id);
            refusal.HasIndex(row => row.At);
        });
        SeedMark.Map(modelBuilder);
    }
}

/// <summary>The database of ingest in a SQLite file.</summary>
internal sealed class SqliteIngestDb(DbContextOptions<SqliteIngestDb> options) : IngestDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StoreTimestampsAsMicroseconds();
}

/// <summary>The database of ingest in PostgreSQL.</summary>
internal sealed class PostgresIngestDb(DbContextOptions<PostgresIngestDb> options) : IngestDb(options);
