using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>What to look for in the archive.</summary>
internal sealed record ArchiveQuery(string? Q, string? Topic, string? Language, string? Source, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>The archive, a page at a time, the latest received first.</summary>
internal sealed class ArchivePages(TaggingDb db)
{
    /// <summary>The most articles on a page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>One page and the cursor of the next; null at the end.</summary>
    public async Task<(IReadOnlyList<ArchivedArticle> Items, string? Next)> ReadAsync(ArchiveQuery search, int skip, int size, CancellationToken cancellationToken)
    {
        var query = db.Articles.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search.Q))
        {
            var pattern = $"%{search.Q.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            query = query.Where(article => EF.Functions.Like(article.Title, pattern, "\\") || EF.Functions.Like(article.Text, pattern, "\\"));
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
        var rows = await query.OrderByDescending(article => article.ReceivedAt).ThenByDescending(article => article.ArticleId).Skip(skip).Take(size + 1).ToListAsync(cancellationToken);
        var next = rows.Count > size ? (skip + size).ToString(CultureInfo.InvariantCulture) : null;
        return (rows.Take(size).ToList(), next);
    }

    /// <summary>The latest version of an article, or the version asked for; null when there is none.</summary>
    public Task<ArchivedArticle?> FindAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        db.Articles.AsNoTracking()
            .Where(article => article.ArticleId == id && (version == null || article.Version == version))
            .OrderByDescending(article => article.Version)
            .FirstOrDefaultAsync(cancellationToken);
}
