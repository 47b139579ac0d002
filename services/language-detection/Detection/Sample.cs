using System.Buffers;
using System.Text;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>The part of an article that is shown to the detector: its headline, and lines of its beginning that are not a page's leftovers.</summary>
internal static class Sample
{
    /// <summary>Characters that are read; more text changes no decision, and time has a bound for any input.</summary>
    public const int MaxLength = 4000;

    private const int MaxLabelLength = 60;

    private static readonly SearchValues<char> Accents = SearchValues.Create([.. Enumerable.Range(0x300, 0x70).Select(unit => (char)unit)]);

    // What normalization may refuse; the halves of pairs are not looked at more closely.
    private static readonly SearchValues<char> Unnormalisable = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit), '\uFFFE']);

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

    /// <summary>The text with letters and their accents joined, as the model knows them; the very string when it is so already.</summary>
    public static string Compose(string text)
    {
        var head = Cut(text, MaxLength);
        if (head.IndexOfAny(Accents) < 0 || (head.IndexOfAny(Unnormalisable) < 0 && head.IsNormalized()))
            return text;
        // Normalization refuses lone surrogates and U+FFFE; encoding replaces the former.
        return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes([.. head])).Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormC);
    }

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
