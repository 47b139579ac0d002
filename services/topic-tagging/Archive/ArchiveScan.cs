using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>Reads the archived texts of a span of time, the latest first, in pages: bounded memory, and no connection held while they are matched.</summary>
internal sealed class ArchiveScan(TaggingDb db)
{
    // An article may have a megabyte of text.
    private const int PageSize = 50;

    /// <summary>The texts received in a span, page by page.</summary>
    /// <param name="from">Received from here …</param>
    /// <param name="until">… to before here.</param>
    /// <param name="latestOnly">Only the latest version of each article; else all of them.</param>
    /// <param name="after">The last text of an earlier scan, to go on behind it.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public async IAsyncEnumerable<IReadOnlyList<ArchivedText>> PagesAsync(
        DateTimeOffset from, DateTimeOffset until, bool latestOnly, ScanPlace? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = after;
        while (true)
        {
            var query = db.Articles.AsNoTracking().Where(article => article.ReceivedAt >= from && article.ReceivedAt < until);
            if (latestOnly)
                query = query.Where(article => !db.Articles.Any(later => later.ArticleId == article.ArticleId && later.Version > article.Version));
            if (place is { } p)
            {
                // The first bound is for the index: without it every page would read all the pages before it.
                query = query.Where(article => article.ReceivedAt <= p.ReceivedAt
                    && (article.ReceivedAt < p.ReceivedAt || article.ArticleId.CompareTo(p.ArticleId) < 0 || (article.ArticleId == p.ArticleId && article.Version < p.Version)));
            }

            var page = await query
                .OrderByDescending(article => article.ReceivedAt).ThenByDescending(article => article.ArticleId).ThenByDescending(article => article.Version)
                .Take(PageSize)
                .Select(article => new ArchivedText(article.ArticleId, article.Version, article.Title, article.Text, article.Source, article.Url, article.Language, article.LanguageJson, article.PublishedAt, article.ReceivedAt, article.Tags))
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
                yield break;
            yield return page;
            place = page[^1].Place;
        }
    }

    /// <summary>The archive reaches further back than this moment.</summary>
    public Task<bool> HasBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        db.Articles.AnyAsync(article => article.ReceivedAt < moment, cancellationToken);
}

/// <summary>Where a scan stands.</summary>
internal readonly record struct ScanPlace(DateTimeOffset ReceivedAt, Guid ArticleId, int Version);

/// <summary>An archived article as far as matching needs it.</summary>
internal sealed record ArchivedText(
    Guid ArticleId, int Version, string Title, string Text, string Source, string? Url, string Language, string LanguageJson, DateTimeOffset? PublishedAt, DateTimeOffset ReceivedAt, List<string> Tags)
{
    public ScanPlace Place => new(ReceivedAt, ArticleId, Version);

    /// <summary>What the matcher saw of it.</summary>
    public MatchInput ToInput() => new(Title, Text, PlausibleLanguages.Of(JsonSerializer.Deserialize<DetectedLanguage>(LanguageJson, JsonSettings.Web)!), Source, Url, Tags);
}
