using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>The languages whose patterns an article is matched with.</summary>
internal static class PlausibleLanguages
{
    // A wrong language loses the whole article, a superfluous one costs a little time and precision.
    private const double Certain = 0.85;
    private const double Plausible = 0.15;

    /// <summary>The language found; with it its alternatives, where the decision was close.</summary>
    public static IReadOnlyList<string> Of(DetectedLanguage language)
    {
        var others = language.Alternatives.Where(other => language.Confidence < Certain && other.Confidence >= Plausible).Select(other => other.Tag);
        return [language.Tag, .. others.Where(tag => tag != language.Tag)];
    }
}
