using Microsoft.EntityFrameworkCore;
using NewsMonitor.Alerting.Storage;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Alerting.Stories;

/// <summary>Finds the story that an article belongs to: so far, an article and its exact duplicates.</summary>
internal sealed class StoryJoin(AlertingDb db, TimeProvider time, ILogger<StoryJoin> logger)
{
    /// <summary>Joins the article to its story, or opens one. Call it inside the transaction that stores the alerts.</summary>
    public async Task<Guid> JoinAsync(TaggedArticle article, CancellationToken cancellationToken)
    {
        var joined = await db.StoryArticles.AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == article.Id, cancellationToken);
        if (joined is not null)
            return joined.StoryId;
        var now = time.GetUtcNow();
        var copy = await db.StoryArticles.AsNoTracking().Where(row => row.ContentHash == article.ContentHash)
            .OrderBy(row => row.JoinedAt).ThenBy(row => row.ArticleId).FirstOrDefaultAsync(cancellationToken);
        var story = copy?.StoryId ?? Guid.CreateVersion7(now);
        if (copy is null)
            await db.InsertIfAbsentAsync(new Story { Id = story, OpenedAt = now }, cancellationToken);
        await db.InsertIfAbsentAsync(new StoryArticle { ArticleId = article.Id, StoryId = story, ContentHash = article.ContentHash, JoinedAt = now }, cancellationToken);
        Log.ArticleJoined(logger, article.Id, story);
        return story;
    }
}
