using Microsoft.EntityFrameworkCore;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>Deletes articles that were kept long enough. What is still on its way stays, however old.</summary>
internal static class ArchiveRetention
{
    public static async Task<int> DeleteAsync(TaggingDb db, DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var old = await db.Articles.AsNoTracking()
            .Where(row => row.ReceivedAt < before && (row.AlertedAt != null || row.FailedBecause != null))
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
}
