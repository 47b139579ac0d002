using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Contracts;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>Alerts, a page at a time, the latest change first.</summary>
internal sealed class AlertPages(AlertingDb db)
{
    /// <summary>The most alerts on a page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>One page and the cursor of the next; null at the end.</summary>
    public async Task<(IReadOnlyList<Alert> Items, string? Next)> ReadAsync(string? topic, string? language, Cursor? after, int size, CancellationToken cancellationToken)
    {
        var query = db.Alerts.AsNoTracking();
        if (topic is not null)
            query = query.Where(alert => alert.TopicId == topic);
        if (language is not null)
            query = query.Where(alert => db.AlertArticles.Any(article => article.AlertId == alert.Id && article.Language == language));
        if (after is { } cursor)
            query = query.Where(alert => alert.UpdatedAt < cursor.UpdatedAt || (alert.UpdatedAt == cursor.UpdatedAt && alert.Id.CompareTo(cursor.Id) < 0));
        var rows = await query.OrderByDescending(alert => alert.UpdatedAt).ThenByDescending(alert => alert.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows.Take(size).ToList();
        var ids = page.Select(alert => alert.Id).ToList();
        var articles = (await db.AlertArticles.AsNoTracking().Where(article => ids.Contains(article.AlertId)).ToListAsync(cancellationToken)).ToLookup(article => article.AlertId);
        return ([.. page.Select(alert => alert.ToAlert(articles[alert.Id]))], rows.Count > size ? Cursor.Of(page[^1]) : null);
    }

    /// <summary>One alert, or null.</summary>
    public async Task<Alert?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var alert = await db.Alerts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return alert?.ToAlert(await db.AlertArticles.AsNoTracking().Where(article => article.AlertId == id).ToListAsync(cancellationToken));
    }

    /// <summary>The last alert of a page. Opaque to callers.</summary>
    internal readonly record struct Cursor(DateTimeOffset UpdatedAt, Guid Id)
    {
        public static string Of(AlertRow alert) =>
            Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{alert.UpdatedAt.UtcTicks} {alert.Id:N}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        public static bool TryParse(string text, out Cursor cursor)
        {
            cursor = default;
            var base64 = text.Replace('-', '+').Replace('_', '/');
            var bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length))
                return false;
            var parts = Encoding.ASCII.GetString(bytes, 0, length).Split(' ');
            if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) || !Guid.TryParseExact(parts[1], "N", out var id))
                return false;
            if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
                return false;
            cursor = new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), id);
            return true;
        }
    }
}
