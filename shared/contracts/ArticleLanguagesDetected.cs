namespace NewsMonitor.Contracts;

/// <summary>Languages were named. Published by language-detection; consumed by topic-tagging.</summary>
/// <param name="Items">1 to 64 articles with their languages.</param>
public sealed record ArticleLanguagesDetected(IReadOnlyList<LanguageDetectedArticle> Items);

/// <summary>An article and its language.</summary>
/// <param name="Article">The article as ingested.</param>
/// <param name="Language">The language found.</param>
public sealed record LanguageDetectedArticle(IngestedArticle Article, DetectedLanguage Language);

/// <summary>The result of language detection.</summary>
/// <param name="Tag">BCP-47 tag of the main language; "und" when nobody could know.</param>
/// <param name="Confidence">0 to 1; 0 for "und".</param>
/// <param name="Alternatives">Up to three other candidates, best first.</param>
public sealed record DetectedLanguage(string Tag, double Confidence, IReadOnlyList<LanguageCandidate> Alternatives)
{
    /// <summary>The BCP-47 tag for a language that could not be determined.</summary>
    public const string UndeterminedTag = "und";

    /// <summary>A result for text that does not allow a decision.</summary>
    public static DetectedLanguage Undetermined { get; } = new(UndeterminedTag, 0, []);
}

/// <summary>A candidate language.</summary>
/// <param name="Tag">BCP-47 tag.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record LanguageCandidate(string Tag, double Confidence);
