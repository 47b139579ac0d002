namespace NewsMonitor.Contracts;

/// <summary>Every exchange and queue of the bus by name. Queues are named after the service that owns them and what it consumes.</summary>
public static class Topology
{
    /// <summary>Queue of ingest: submissions of integrators.</summary>
    public const string SubmittedArticles = "newsmonitor.ingest.article-submitted";

    /// <summary>Queue of language-detection: ingested articles.</summary>
    public const string IngestedArticles = "newsmonitor.language-detection.articles-ingested";

    /// <summary>Queue of topic-tagging: articles with a language.</summary>
    public const string LanguageDetectedArticles = "newsmonitor.topic-tagging.article-languages-detected";

    /// <summary>Queue of alerting: tagged articles.</summary>
    public const string TaggedArticles = "newsmonitor.alerting.articles-tagged";

    /// <summary>Queue of ingest: tagged articles, to mark as answered.</summary>
    public const string AnsweredArticles = "newsmonitor.ingest.articles-tagged";

    /// <summary>Queue of ingest: articles on which a later stage gave up.</summary>
    public const string FailedIngestedArticles = "newsmonitor.ingest.faults";

    /// <summary>Queue of topic-tagging: articles on which alerting gave up.</summary>
    public const string FailedTaggedArticles = "newsmonitor.topic-tagging.faults";

    /// <summary>Queue of topic-tagging: alerted articles, to mark as answered.</summary>
    public const string AlertedArticles = "newsmonitor.topic-tagging.articles-alerted";

    /// <summary>The services that own queues, and which.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> QueuesOf { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["ingest"] = [SubmittedArticles, AnsweredArticles, FailedIngestedArticles],
        ["language-detection"] = [IngestedArticles],
        ["topic-tagging"] = [LanguageDetectedArticles, AlertedArticles, FailedTaggedArticles],
        ["alerting"] = [TaggedArticles],
    };

    /// <summary>The most items that a pipeline event carries.</summary>
    public const int MaxItems = 64;

    /// <summary>The size that a pipeline event of more than one item stays under, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly Dictionary<Type, string> ExchangeNames = new()
    {
        [typeof(ArticleSubmitted)] = "newsmonitor.article-submitted",
        [typeof(SubmissionResult)] = "newsmonitor.submission-result",
        [typeof(ArticlesIngested)] = "newsmonitor.articles-ingested",
        [typeof(ArticleLanguagesDetected)] = "newsmonitor.article-languages-detected",
        [typeof(ArticlesTagged)] = "newsmonitor.articles-tagged",
        [typeof(ArticlesAlerted)] = "newsmonitor.articles-alerted",
        [typeof(AlertRaised)] = "newsmonitor.alert-raised",
        [typeof(AlertUpdated)] = "newsmonitor.alert-updated",
    };

    /// <summary>The exchange of a message, or null when the type is not one of the contracts.</summary>
    /// <param name="message">The message type.</param>
    public static string? ExchangeOf(Type message) => ExchangeNames.GetValueOrDefault(message);

    /// <summary>The exchange of the faults of a message: consumers that gave up on it say so there. Null when the type is not one of the contracts.</summary>
    /// <param name="message">The message type.</param>
    public static string? FaultExchangeOf(Type message) => ExchangeOf(message) is { } name ? name.Replace("newsmonitor.", "newsmonitor.fault.") : null;

    /// <summary>All messages of the bus.</summary>
    public static IReadOnlyCollection<Type> Messages => ExchangeNames.Keys;
}
