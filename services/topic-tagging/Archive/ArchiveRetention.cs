using Microsoft.EntityFrameworkCore;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>Deletes articles that were kept long enough. What is still on its way stays, however old.</summary>
internal static class ArchiveRetention
{
    /// <summary>The moment before which the oldest twentieth arrived, and at least one.</summary>
    public static async Task<DateTimeOffset?> OldestAsync(TaggingDb db, CancellationToken cancellationToken)
    {
        var twentieth = await Done(db).CountAsync(cancellationToken) / 20;
        var last = await Done(db).OrderBy(row => row.ReceivedAt).Skip(twentieth).Select(row => (DateTimeOffset?)row.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        // Articles of one submission share their moment, which databases keep to the microsecond.
        return last?.AddMicroseconds(1);
    }

    public static async Task<int> DeleteAsync(TaggingDb db, DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var old = await Done(db)
            .Where(row => row.ReceivedAt < before)
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.ArticleId)
            .Select(row => new { row.ArticleId, row.Version })
            .Take(limit).ToListAsync(cancellationToken);
        foreach (var row in old)
        {
            await db.ArticleTopics.Where(topic => topic.ArticleId == row.ArticleId && topic.Version == row.Version).ExecuteDeleteAsync(cancellationToken);
            await db.Articles.Where(article => article.ArticleId == row.ArticleId && article.Version == row.Version).ExecuteDeleteAsync(cancellationToken);
        }
        return old.Count;
    }

    private static IQueryable<ArchivedArticle> Done(TaggingDb db) => db.Articles.AsNoTracking().Where(row => row.AlertedAt != null || row.FailedBecause != null);
}
