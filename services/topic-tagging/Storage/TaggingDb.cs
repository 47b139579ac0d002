using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Concepts;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Storage;

/// <summary>The database of topic-tagging: topics, users' concepts, and the archive of all articles with what they were tagged with.</summary>
internal abstract class TaggingDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<TopicRow> Topics => Set<TopicRow>();

    public DbSet<UserConceptRow> UserConcepts => Set<UserConceptRow>();

    public DbSet<ArchivedArticle> Articles => Set<ArchivedArticle>();

    public DbSet<ArticleTopic> ArticleTopics => Set<ArticleTopic>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TopicRow>().ToTable("topic").HasKey(topic => topic.Id);
        modelBuilder.Entity<UserConceptRow>().ToTable("user_concept").HasKey(concept => concept.Id);
        modelBuilder.Entity<ArchivedArticle>(article =>
        {
            article.ToTable("article").HasKey(row => new { row.ArticleId, row.Version });
            article.HasIndex(row => row.TaggedAt).HasFilter("alerted_at IS NULL AND failed_because IS NULL").HasDatabaseName("ix_article_unanswered");
            article.HasIndex(row => new { row.ReceivedAt, row.ArticleId });
            article.HasIndex(row => row.AlertedAt);
        });
        modelBuilder.Entity<ArticleTopic>(topic =>
        {
            topic.ToTable("article_topic").HasKey(row => new { row.ArticleId, row.Version, row.TopicId });
            topic.HasIndex(row => row.TopicId);
        });
        SeedMark.Map(modelBuilder);
    }
}

/// <summary>The database of topic-tagging in a SQLite file.</summary>
internal sealed class SqliteTaggingDb(DbContextOptions<SqliteTaggingDb> options) : TaggingDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StoreTimestampsAsMicroseconds();
}

/// <summary>The database of topic-tagging in PostgreSQL.</summary>
internal sealed class PostgresTaggingDb(DbContextOptions<PostgresTaggingDb> options) : TaggingDb(options);
