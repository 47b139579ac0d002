using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>Between rows and what the world sees.</summary>
internal static class AlertMapping
{
    public static AlertArticleRow ToRow(this TaggedArticle article, Guid alertId, MatchedTopic topic, DateTimeOffset now) => new()
    {
        AlertId = alertId,
        ArticleId = article.Id,
        Version = article.Version,
        Title = article.Title,
        Source = article.Source,
        Url = article.Url,
        Language = article.Language.Tag,
        PublishedAt = article.PublishedAt,
        AddedAt = now,
        TopicJson = JsonSerializer.Serialize(topic, JsonSettings.Web),
    };

    /// <summary>An alert with its articles: the latest version of each, the first reported first.</summary>
    public static Alert ToAlert(this AlertRow alert, IEnumerable<AlertArticleRow> articles) => new(
        alert.Id,
        alert.TopicId,
        alert.TopicName,
        alert.StoryId,
        alert.RaisedAt,
        alert.UpdatedAt,
        [.. articles
            .GroupBy(article => article.ArticleId)
            .OrderBy(versions => versions.Min(version => version.AddedAt)).ThenBy(versions => versions.Key)
            .Select(versions => versions.MaxBy(version => version.Version)!)
            .Select(ToArticle)]);

    private static AlertArticle ToArticle(AlertArticleRow row) => new(
        row.ArticleId,
        row.Version,
        row.Title,
        row.Source,
        row.Url,
        row.Language,
        row.PublishedAt,
        JsonSerializer.Deserialize<MatchedTopic>(row.TopicJson, JsonSettings.Web)!);
}
