using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>
/// Matches articles and archives the result. The first result stored for a version is the only one: a second run returns it, so a
/// redelivered message never re-tags an article with topics that have changed since.
/// </summary>
internal sealed class TagArticles(TaggingDb db, LiveTopics topics, TimeProvider time, ILogger<TagArticles> logger)
{
    /// <summary>Tags 1 to 64 articles and returns the stored results in their order.</summary>
    public async Task<IReadOnlyList<TaggedArticle>> TagAsync(IReadOnlyList<LanguageDetectedArticle> articles, CancellationToken cancellationToken)
    {
        var matcher = topics.Matcher;
        // Matched before the transaction: a long text must not hold up other writers.
        var matched = articles.Select(item => (Item: item, Topics: matcher.Match(ToInput(item)))).ToArray();
        var stored = new TaggedArticle[articles.Count];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In the order of their keys: another instance may be storing some of the same articles.
        foreach (var index in Enumerable.Range(0, articles.Count).OrderBy(index => articles[index].Article.Id).ThenBy(index => articles[index].Article.Version))
        {
            var (item, found) = matched[index];
            var row = ArchivedArticle.Of(item, found, matcher.LexiconVersion, time.GetUtcNow());
            if (await db.InsertIfAbsentAsync(row, cancellationToken))
            {
                foreach (var topic in found)
                    await db.InsertIfAbsentAsync(new ArticleTopic { ArticleId = row.ArticleId, Version = row.Version, TopicId = topic.Id, Level = topic.Level, Score = topic.Score }, cancellationToken);
                Log.ArticleTagged(logger, row.ArticleId, row.Version, found.Count);
            }
            else
            {
                row = await db.Articles.AsNoTracking().SingleAsync(article => article.ArticleId == item.Article.Id && article.Version == item.Article.Version, cancellationToken);
            }
            stored[index] = row.ToTaggedArticle();
        }
        await transaction.CommitAsync(cancellationToken);
        return stored;
    }

    private static MatchInput ToInput(LanguageDetectedArticle item) => new(
        item.Article.Title,
        item.Article.Text,
        PlausibleLanguages.Of(item.Language),
        item.Article.Source,
        item.Article.Url,
        item.Article.Tags);
}
