namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>A row of an evaluation set: language, kind and text, divided by tabs.</summary>
/// <param name="Language">ISO 639 code; "und" for what is no language.</param>
/// <param name="Kind">headline, sentence, leipzig, wordpair, sr-latn, extra, junk or mixed.</param>
/// <param name="Text">The text.</param>
internal sealed record LabelledText(string Language, string Kind, string Text)
{
    // Pairs that people who speak them do not always tell apart either.
    private static readonly Dictionary<string, string> Merged = new() { ["nn"] = "nb", ["bs"] = "hr", ["sr"] = "hr", ["ms"] = "id" };

    /// <summary>Reads a set.</summary>
    /// <exception cref="InvalidDataException">A row has less than three fields.</exception>
    public static IReadOnlyList<LabelledText> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t', 3) is [var language, var kind, var text] ? new LabelledText(language, kind, text) : throw new InvalidDataException($"Not a row: {line}"))];

    /// <summary>True when this row is text in one language.</summary>
    public bool IsReal => Kind is not ("junk" or "mixed");

    /// <summary>True for the right language, and for Serbian in Latin script the right script, if the engine names one.</summary>
    public bool IsRight(string tag) => Kind == "sr-latn" ? tag is "sr-Latn" or "sr" : BaseOf(tag) == Language;

    /// <summary>As <see cref="IsRight"/>, without regard to differences inside {nb, nn}, {hr, bs, sr} and {id, ms}.</summary>
    public bool IsTolerablyRight(string tag) => IsRight(tag) || Merge(BaseOf(tag)) == Merge(Language);

    /// <summary>The language of a BCP-47 tag.</summary>
    public static string BaseOf(string tag) => tag.Split('-')[0];

    private static string Merge(string language) => Merged.GetValueOrDefault(language, language);
}
