using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>What to look for in the archive.</summary>
internal sealed record ArchiveQuery(string? Q, string? Topic, string? Language, string? Source, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>The archive, a page at a time, the latest received first.</summary>
internal sealed class ArchivePages(TaggingDb db)
{
    /// <summary>One page and the cursor of the next; null at the end.</summary>
    public async Task<(IReadOnlyList<ArchivedArticle> Items, string? Next)> ReadAsync(ArchiveQuery search, PageRequest page, CancellationToken cancellationToken)
    {
        var query = db.Articles.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search.Q))
        {
            var pattern = $"%{search.Q.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            // SQLite's LIKE ignores case for ASCII letters; PostgreSQL has a LIKE that ignores it for all.
            query = db.Database.IsNpgsql()
                ? query.Where(article => EF.Functions.ILike(article.Title, pattern, "\\") || EF.Functions.ILike(article.Text, pattern, "\\"))
                : query.Where(article => EF.Functions.Like(article.Title, pattern, "\\") || EF.Functions.Like(article.Text, pattern, "\\"));
        }
        if (search.Topic is { } topic)
            query = query.Where(article => db.ArticleTopics.Any(row => row.ArticleId == article.ArticleId && row.Version == article.Version && row.TopicId == topic));
        if (search.Language is { } language)
            query = query.Where(article => article.Language == language);
        if (search.Source is { } source)
            query = query.Where(article => article.Source == source);
        if (search.From is { } from)
            query = query.Where(article => article.ReceivedAt >= from);
        if (search.To is { } to)
            query = query.Where(article => article.ReceivedAt < to);
        if (page.After is { } after)
            // The first bound is for the index: without it every page would read all the pages before it.
            query = query.Where(article => article.ReceivedAt <= after.At && (article.ReceivedAt < after.At || article.ArticleId.CompareTo(after.Id) < 0));
        var rows = await query.OrderByDescending(article => article.ReceivedAt).ThenByDescending(article => article.ArticleId).Take(page.Size + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(page.Size).ToList();
        return (shown, rows.Count > page.Size ? new PageCursor(shown[^1].ReceivedAt, shown[^1].ArticleId).ToString() : null);
    }

    /// <summary>The latest version of an article, or the version asked for; null when there is none.</summary>
    public Task<ArchivedArticle?> FindAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        db.Articles.AsNoTracking()
            .Where(article => article.ArticleId == id && (version == null || article.Version == version))
            .OrderByDescending(article => article.Version)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What backfills have found in articles, by article and version.</summary>
    public async Task<ILookup<(Guid, int), MatchedTopic>> ReadHistoryAsync(IReadOnlyList<ArchivedArticle> articles, CancellationToken cancellationToken)
    {
        var ids = articles.Select(article => article.ArticleId).Distinct().ToList();
        var rows = await db.ArticleTopics.AsNoTracking().Where(row => ids.Contains(row.ArticleId) && row.HistoryJson != null).ToListAsync(cancellationToken);
        return rows.OrderByDescending(row => row.Score).ThenBy(row => row.TopicId, StringComparer.Ordinal).ToLookup(row => (row.ArticleId, row.Version), row => row.ReadHistory()!);
    }
}
