using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>Alerts, a page at a time, the latest change first.</summary>
internal sealed class AlertPages(AlertingDb db)
{
    /// <summary>One page and the cursor of the next; null at the end.</summary>
    public async Task<(IReadOnlyList<Alert> Items, string? Next)> ReadAsync(string? topic, string? language, PageRequest page, CancellationToken cancellationToken)
    {
        var query = db.Alerts.AsNoTracking();
        if (topic is not null)
            query = query.Where(alert => alert.TopicId == topic);
        if (language is not null)
            query = query.Where(alert => db.AlertArticles.Any(article => article.AlertId == alert.Id && article.Language == language));
        if (page.After is { } after)
            query = query.Where(alert => alert.UpdatedAt < after.At || (alert.UpdatedAt == after.At && alert.Id.CompareTo(after.Id) < 0));
        var rows = await query.OrderByDescending(alert => alert.UpdatedAt).ThenByDescending(alert => alert.Id).Take(page.Size + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(page.Size).ToList();
        var ids = shown.Select(alert => alert.Id).ToList();
        var articles = (await db.AlertArticles.AsNoTracking().Where(article => ids.Contains(article.AlertId)).ToListAsync(cancellationToken)).ToLookup(article => article.AlertId);
        return ([.. shown.Select(alert => alert.ToAlert(articles[alert.Id]))], rows.Count > page.Size ? new PageCursor(shown[^1].UpdatedAt, shown[^1].Id).ToString() : null);
    }

    /// <summary>One alert, or null.</summary>
    public async Task<Alert?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var alert = await db.Alerts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return alert?.ToAlert(await db.AlertArticles.AsNoTracking().Where(article => article.AlertId == id).ToListAsync(cancellationToken));
    }
}
