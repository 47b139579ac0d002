namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Languages that even a good detector takes for one another.</summary>
internal static class ConfusableLanguages
{
    private static readonly string[][] Groups = [["hr", "bs", "sr"], ["id", "ms"], ["nb", "nn", "no", "da"], ["cs", "sk"], ["xh", "zu"], ["tn", "st"]];

    /// <summary>True when both belong to one group.</summary>
    public static bool Are(string first, string second) =>
        Groups.Any(group => group.Contains(first.Split('-')[0]) && group.Contains(second.Split('-')[0]));
}
