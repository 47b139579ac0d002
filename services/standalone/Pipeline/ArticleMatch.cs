using NewsMonitor.Contracts;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.LanguageDetection.Detection;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.Standalone.Pipeline;

/// <summary>The pipeline after cleaning, up to matching, without side effects: what an article would be tagged with, and why.</summary>
internal sealed class ArticleMatch(ILanguageDetector detector)
{
    /// <summary>Detects and matches.</summary>
    /// <param name="matcher">The topics.</param>
    /// <param name="article">The article, cleaned as ingest cleans it; its declared language is a hint.</param>
    public ArticleMatchResult Match(TopicMatcher matcher, PreparedArticle article)
    {
        var language = detector.Detect(article.Title, article.Text, article.DeclaredLanguage);
        var input = new MatchInput(article.Title, article.Text, PlausibleLanguages.Of(language), article.Source, article.Url, article.Tags);
        return new ArticleMatchResult(article.Title, article.Text, language, matcher.Match(input), matcher.Explain(input));
    }
}

/// <summary>What <see cref="ArticleMatch"/> found. Offsets point into title and text as given here.</summary>
internal sealed record ArticleMatchResult(
    string Title,
    string Text,
    DetectedLanguage Language,
    IReadOnlyList<MatchedTopic> Topics,
    IReadOnlyList<TopicExplanation> Explanation);
