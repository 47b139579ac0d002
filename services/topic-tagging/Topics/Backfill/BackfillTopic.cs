using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Topics.Backfill;

/// <summary>
/// Runs a backfill: matches a topic against the archive and keeps the matches as history, page by page, each page in one transaction with
/// the place where it ends. Running it again, or over what it has done, leaves the same rows. Nothing is published: history alerts nobody.
/// </summary>
internal sealed class BackfillTopic(TaggingDb db, Backfills backfills, ArchiveScan archive, TopicStore store, LiveTopics live)
{
    /// <summary>Runs a claimed backfill to its end.</summary>
    public async Task RunAsync(BackfillRow run, CancellationToken cancellationToken)
    {
        if (await CompileAsync(run, cancellationToken) is not { } matcher)
            return;
        ScanPlace? after = run.AfterReceivedAt is { } at ? new ScanPlace(at, run.AfterArticleId!.Value, run.AfterVersion!.Value) : null;
        await foreach (var page in archive.PagesAsync(run.From, run.Until, latestOnly: false, after, cancellationToken))
        {
            // Matched before the transaction: long texts must not hold up other writers.
            var matches = page.Select(article => (Article: article, Match: matcher.Match(article.ToInput()).FirstOrDefault(match => match.Id == run.TopicId))).ToList();
            if (await WriteAsync(run, matches, cancellationToken) is not { } advanced)
                return;
            run = advanced;
        }

        await backfills.FinishAsync(run.RunId, BackfillState.Done, null, cancellationToken);
    }

    private async Task<TopicMatcher?> CompileAsync(BackfillRow run, CancellationToken cancellationToken)
    {
        if (!await IsUnchangedAsync(run, cancellationToken))
            return null;
        var topics = await store.DefinitionsAsync(cancellationToken);
        // A disabled topic has a past too; the others only answer topic: references.
        var matcher = TopicMatcher.Compile(live.Lexicon, [.. topics.Select(topic => (topic with { Enabled = topic.Id == run.TopicId }, run.TopicVersion))]);
        var error = matcher.Errors.Where(error => error.TopicId == run.TopicId).Select(error => error.Error).FirstOrDefault();
        if (error is null)
            return matcher;
        await backfills.FinishAsync(run.RunId, BackfillState.Failed, error.Sentence(), cancellationToken);
        return null;
    }

    // History that two versions of a topic have written would be nobody's.
    private async Task<bool> IsUnchangedAsync(BackfillRow run, CancellationToken cancellationToken)
    {
        var version = await db.Topics.Where(topic => topic.Id == run.TopicId).Select(topic => (int?)topic.Version).SingleOrDefaultAsync(cancellationToken);
        if (version == run.TopicVersion)
            return true;
        await backfills.FinishAsync(run.RunId, BackfillState.Cancelled, version is null ? "The topic was deleted." : $"The topic was changed to version {version}. Start the backfill again.", cancellationToken);
        return false;
    }

    private async Task<BackfillRow?> WriteAsync(BackfillRow run, IReadOnlyList<(ArchivedText Article, MatchedTopic? Match)> page, CancellationToken cancellationToken)
    {
        if (!await IsUnchangedAsync(run, cancellationToken))
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = page.Select(item => item.Article.ArticleId).Distinct().ToList();
        var stored = (await db.ArticleTopics.AsNoTracking().Where(row => row.TopicId == run.TopicId && ids.Contains(row.ArticleId)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.ArticleId, row.Version));
        var added = 0;
        foreach (var (article, match) in page)
        {
            if (await KeepAsync(article, match, stored.GetValueOrDefault((article.ArticleId, article.Version)), run.TopicId, cancellationToken))
                added++;
        }

        var last = page[^1].Article;
        var advanced = run with
        {
            Scanned = run.Scanned + page.Count,
            Matched = run.Matched + page.Count(item => item.Match is not null),
            Added = run.Added + added,
            AfterReceivedAt = last.ReceivedAt,
            AfterArticleId = last.ArticleId,
            AfterVersion = last.Version,
        };
        if (!await backfills.AdvanceAsync(run, advanced, cancellationToken))
            return null;
        await transaction.CommitAsync(cancellationToken);
        return advanced;
    }

    // What was tagged as it came stays as it is: it says what was alerted.
    private async Task<bool> KeepAsync(ArchivedText article, MatchedTopic? match, ArticleTopic? stored, string topicId, CancellationToken cancellationToken)
    {
        if (stored is { HistoryJson: null })
            return false;
        var row = match is null ? null : new ArticleTopic
        {
            ArticleId = article.ArticleId,
            Version = article.Version,
            TopicId = topicId,
            Level = match.Level,
            Score = match.Score,
            HistoryJson = JsonSerializer.Serialize(match, JsonSettings.Web),
        };
        if (row?.HistoryJson == stored?.HistoryJson)
            return false;
        if (stored is not null)
            await db.ArticleTopics.Where(old => old.ArticleId == article.ArticleId && old.Version == article.Version && old.TopicId == topicId && old.HistoryJson != null).ExecuteDeleteAsync(cancellationToken);
        return row is not null && await db.InsertIfAbsentAsync(row, cancellationToken) && stored is null;
    }
}
