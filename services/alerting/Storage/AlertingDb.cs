using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Alerts;
using NewsMonitor.Alerting.Delivery;
using NewsMonitor.Alerting.Stories;
using NewsMonitor.Alerting.Subscriptions;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;

namespace NewsMonitor.Alerting.Storage;

/// <summary>The database of alerting: stories, alerts, who wants them, and what was sent.</summary>
internal abstract class AlertingDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Story> Stories => Set<Story>();

    public DbSet<StoryArticle> StoryArticles => Set<StoryArticle>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AlertArticleRow> AlertArticles => Set<AlertArticleRow>();

    public DbSet<AlertEvent> Events => Set<AlertEvent>();

    public DbSet<AlertDelivery> Deliveries => Set<AlertDelivery>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Story>().ToTable("story").HasKey(story => story.Id);
        modelBuilder.Entity<StoryArticle>(article =>
        {
            article.ToTable("story_article").HasKey(row => row.ArticleId);
            article.HasIndex(row => row.ContentHash);
            article.HasIndex(row => row.StoryId);
        });
        modelBuilder.Entity<AlertRow>(alert =>
        {
            alert.ToTable("alert").HasKey(row => row.Id);
            alert.HasIndex(row => new { row.TopicId, row.StoryId }).IsUnique();
            alert.HasIndex(row => new { row.UpdatedAt, row.Id });
        });
        modelBuilder.Entity<AlertArticleRow>(article =>
        {
            article.ToTable("alert_article").HasKey(row => new { row.AlertId, row.ArticleId, row.Version });
            article.HasIndex(row => row.ArticleId);
        });
        modelBuilder.Entity<AlertEvent>().ToTable("alert_event").HasKey(row => row.Id);
        modelBuilder.Entity<AlertDelivery>(delivery =>
        {
            delivery.ToTable("alert_delivery").HasKey(row => row.Id);
            delivery.HasIndex(row => new { row.SubscriptionId, row.Channel, row.Reason, row.Subject }).IsUnique();
            delivery.HasIndex(row => row.NextAttemptAt).HasFilter("delivered_at IS NULL AND failed_because IS NULL").HasDatabaseName("ix_alert_delivery_due");
            delivery.HasIndex(row => row.Subject);
        });
        modelBuilder.Entity<Subscription>().ToTable("subscription").HasKey(row => row.Id);
        SeedMark.Map(modelBuilder);
    }
}

/// <summary>The database of alerting in a SQLite file.</summary>
internal sealed class SqliteAlertingDb(DbContextOptions<SqliteAlertingDb> options) : AlertingDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StoreTimestampsAsMicroseconds();
}

/// <summary>The database of alerting in PostgreSQL.</summary>
internal sealed class PostgresAlertingDb(DbContextOptions<PostgresAlertingDb> options) : AlertingDb(options);
