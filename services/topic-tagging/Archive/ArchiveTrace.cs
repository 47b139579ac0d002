using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Tracing;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>What topic-tagging knows of an article's way.</summary>
internal sealed class ArchiveTrace(TaggingDb db) : ITraceSource
{
    private const string Stage = "topic-tagging";

    public async Task<IReadOnlyList<TraceStep>> ReadAsync(Guid articleId, CancellationToken cancellationToken)
    {
        var steps = new List<TraceStep>();
        foreach (var article in await db.Articles.AsNoTracking().Where(row => row.ArticleId == articleId).OrderBy(row => row.Version).ToListAsync(cancellationToken))
        {
            var language = article.ReadLanguage();
            var topics = article.ReadTopics();
            steps.Add(new TraceStep(article.TaggedAt, "language-detection", $"Language {language.Tag}, confidence {language.Confidence:0.00}.", article.Version));
            var found = topics.Count == 0
                ? "No topic matches."
                : string.Join(' ', topics.Select(topic => $"“{topic.Name}”: level {topic.Level.ToString().ToLowerInvariant()}{(topic.Notifies ? "" : ", below its notifying level")}."));
            steps.Add(new TraceStep(article.TaggedAt, Stage, found, article.Version));
            if (article.SweptAt is { } sweptAt)
                steps.Add(new TraceStep(sweptAt, Stage, $"No answer of alerting in time: published again ({article.Sweeps}×).", article.Version));
            if (article.FailedBecause is { } reason)
                steps.Add(new TraceStep(article.TaggedAt, Stage, $"Alerting gave up: {reason}. It waits in the dead letters.", article.Version, Waiting: true));
            else if (article.AlertedAt is null)
                steps.Add(new TraceStep(article.TaggedAt, Stage, "Published; alerting has not answered yet.", article.Version, Waiting: true));
            else
                steps.Add(new TraceStep(article.AlertedAt.Value, Stage, "Alerting has stored what this article calls for.", article.Version));
        }
        return steps;
    }
}
