using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>The part of an article that is shown to the detector: its headline, and lines of its beginning that are not a page's leftovers.</summary>
internal static class Sample
{
    /// <summary>Characters that are read; more text changes no decision, and time has a bound for any input.</summary>
    public const int MaxLength = 4000;

    private const int MaxLabelLength = 60;

    // Ingest removes leftovers line by line in many languages; texts that come another way keep those of English templates,
    // which would vote for English in an article that is not.
    private static readonly string[] Leftovers =
    [
        "source link", "back to top", "read more", "share this", "follow us", "sign up", "log in", "subscribe", "advertisement", "related articles", "related posts",
        "leave a comment", "all rights reserved", "click here", "cookie", "newsletter", "most read", "photo credit", "image credit", "getty images", "copyright",
    ];

    /// <summary>Reads the sample into words.</summary>
    public static void Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, WordBuffer words)
    {
        words.Clear();
        Tokens.Read(Cut(title, MaxLength), words);
        var body = Cut(text, MaxLength);
        while (!body.IsEmpty)
        {
            var end = body.IndexOf('\n');
            var line = end < 0 ? body : body[..end];
            if (!IsLeftover(line))
                Tokens.Read(line, words);
            body = end < 0 ? [] : body[(end + 1)..];
        }
    }

    /// <summary>The beginning of a text, with letters and their accents joined.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">At least <see cref="MaxLength"/> long; used when something has to be joined.</param>
    public static ReadOnlySpan<char> Compose(string text, Span<char> buffer) => Composition.Compose(Cut(text, MaxLength), buffer);

    // Never between the halves of a surrogate pair.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static bool IsLeftover(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is 0 or > MaxLabelLength)
            return line.IsEmpty;
        foreach (var phrase in Leftovers)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
