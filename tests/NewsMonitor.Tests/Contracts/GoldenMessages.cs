using NewsMonitor.Contracts;

namespace NewsMonitor.Tests.Contracts;

/// <summary>One example of every message, with all its fields.</summary>
internal static class GoldenMessages
{
    private static readonly Guid Id = new("0f4c1d2e-3b5a-5c6d-8e7f-9a0b1c2d3e4f");
    private static readonly DateTimeOffset At = new(2025, 7, 13, 9, 0, 0, TimeSpan.Zero);

    private static readonly EvidenceSpan Span = new("title", 0, 6, "Москва");

    private static readonly MatchedTopic Topic = new("a-topic", "A topic", 2, TopicLevel.Main, true, 0.75, [new MatchedClause("country:RU", "country:RU", [Span])]) { Passages = [Span] };

    private static readonly IngestedArticle Ingested = new(Id, 1, "ab12", "Title", "Text", "example.org", "https://example.org/a", "Author", "it", At, At, ["tag"]);

    private static readonly DetectedLanguage Language = new("it", 0.9, [new LanguageCandidate("es", 0.1)]) { DecidedBy = "model", Others = [new LanguageShare("en", 0.2)] };

    private static readonly Alert Alert = new(Id, "a-topic", "A topic", Id, At, At, [new AlertArticle(Id, 1, "Title", "example.org", "https://example.org/a", "it", At, Topic)]);

    public static IReadOnlyList<object> All { get; } =
    [
        new ArticleSubmitted { Url = "https://example.org/a", Title = "Title", Text = "Text", Html = "<p>Text", Source = "example.org", Language = "it", Author = "Author", PublishedAt = At, Tags = ["tag"] },
        new SubmissionResult(Id, 1, true, $"/api/articles/{Id}/trace", ["reason"]),
        new ArticlesIngested([Ingested]),
        new ArticleLanguagesDetected([new LanguageDetectedArticle(Ingested, Language)]),
        new ArticlesTagged([new TaggedArticle(Id, 1, "ab12", "Title", "example.org", "https://example.org/a", Language, At, At, At, [Topic])]),
        new ArticlesAlerted([new ArticleVersion(Id, 1)]),
        new AlertRaised("key", Alert),
        new AlertUpdated("key", Alert),
    ];
}
