namespace NewsMonitor.Tests.TopicTagging.Lexicon;

/// <summary>A newswire headline, perhaps with its lead, and whether it reports an event of a theme.</summary>
/// <param name="Theme">The theme's name, without its kind.</param>
/// <param name="Language">The language whose patterns apply.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">The lead; may be empty.</param>
/// <param name="Expected">It reports such an event; else it only shares words with one.</param>
internal sealed record ThemeSentence(string Theme, string Language, string Title, string Text, bool Expected)
{
    private const string Separator = " | ";

    /// <summary>Reads all lists of sentences: four columns, the headline and the lead parted by a bar.</summary>
    public static IReadOnlyList<ThemeSentence> ReadAll() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "lexicon"), "theme-sentences-*.tsv").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<ThemeSentence> ReadFile(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => Read(path, l));

    private static ThemeSentence Read(string path, string line)
    {
        if (line.Split('\t') is not [var theme, var language, var text, "yes" or "no"]) throw new InvalidDataException($"{path}: theme, language, text and yes or no, found: {line}");
        var cut = text.IndexOf(Separator, StringComparison.Ordinal);
        var (title, lead) = cut < 0 ? (text, "") : (text[..cut], text[(cut + Separator.Length)..]);
        return new(theme, language, title, lead, line.EndsWith("yes", StringComparison.Ordinal));
    }
}
