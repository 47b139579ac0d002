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

    /// <summary>
    /// How it was decided: <c>model</c>; <c>script</c> (its script has one language); <c>words</c> or <c>declared</c> (among languages that
    /// are easily confused, by telling words or by what the source declares). For "und": <c>too-little</c> letters, <c>no-language</c>
    /// (code, names, identifiers), or <c>uncertain</c>. Empty in results from before it was recorded.
    /// </summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>Up to three further languages in which parts of the text are written, largest share first.</summary>
    public IReadOnlyList<LanguageShare> Others { get; init; } = [];

    /// <summary>A result for text that does not allow a decision.</summary>
    public static DetectedLanguage Undetermined { get; } = new(UndeterminedTag, 0, []);
}

/// <summary>A candidate language.</summary>
/// <param name="Tag">BCP-47 tag.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record LanguageCandidate(string Tag, double Confidence);

/// <summary>A language in which a part of a text is written.</summary>
/// <param name="Tag">BCP-47 tag.</param>
/// <param name="Share">Its share of the text's letters, 0 to 1.</param>
public sealed record LanguageShare(string Tag, double Share);
