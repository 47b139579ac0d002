using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Turns a detection into the languages whose patterns are worth applying.</summary>
internal static class PlausibleLanguages
{
    // Below this the second language is noise; above it the article may well be mixed, or the detection wrong.
    private const double MinAlternative = 0.15;

    public static IReadOnlyList<string> Of(DetectedLanguage language) =>
        [language.Tag, .. language.Alternatives.Where(a => a.Confidence >= MinAlternative && a.Tag != language.Tag).Select(a => a.Tag)];
}
