using NewsMonitor.Contracts;
using NewsMonitor.Ingest.Cleaning;
using NewsMonitor.LanguageDetection.Detection;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.Standalone.Pipeline;

/// <summary>The pipeline from cleaning to matching, without side effects: what an article would be tagged with, and why.</summary>
internal sealed class ArticleMatch(ILanguageDetector detector)
{
    /// <summary>Cleans, detects and matches.</summary>
    /// <param name="matcher">The topics.</param>
    /// <param name="article">The article; its declared language is a hint.</param>
    public ArticleMatchResult Match(TopicMatcher matcher, ArticleSubmitted article)
    {
        var extracted = article.Text is null && article.Html is not null ? HtmlText.Extract(article.Html) : new ArticleText(article.Title ?? "", article.Text ?? "");
        var cleaned = TextCleaning.Clean(string.IsNullOrWhiteSpace(article.Title) ? extracted.Title : article.Title, extracted.Text);
        var language = detector.Detect(cleaned.Title, cleaned.Text, article.Language);
        var input = new MatchInput(cleaned.Title, cleaned.Text, PlausibleLanguages.Of(language), article.Source ?? "", article.Url, article.Tags ?? []);
        return new ArticleMatchResult(cleaned.Title, cleaned.Text, language, matcher.Match(input), matcher.Explain(input));
    }
}

/// <summary>What <see cref="ArticleMatch"/> found. Offsets point into title and text as given here.</summary>
internal sealed record ArticleMatchResult(
    string Title,
    string Text,
    DetectedLanguage Language,
    IReadOnlyList<MatchedTopic> Topics,
    IReadOnlyList<TopicExplanation> Explanation);
