namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Which scripts the letters of a text belong to.</summary>
/// <param name="Dominant">The script of most letters; "Latin" when there is none.</param>
/// <param name="Second">The script of the second most letters, if any.</param>
/// <param name="SecondShare">Its share, 0 to 1.</param>
/// <param name="LatinShare">The share of Latin letters.</param>
internal readonly record struct ScriptShares(string Dominant, string? Second, double SecondShare, double LatinShare)
{
    // Enough to know; the whole of a long text adds nothing.
    private const int Sample = 4_000;

    private const int Han = 9;
    private const int Kana = 12;
    private const int Latin = 13;

    // In alphabetical order, which decides between equal shares; 0 is no script.
    private static readonly string[] Names =
    [
        "", "Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Han", "Hangul", "Hebrew", "Kana", "Latin",
        "Tamil", "Thai",
    ];

    private static readonly byte[] Table = Make();

    public static ScriptShares Of(string title, string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        if (IsLatin(title) && IsLatin(sample)) return new("Latin", null, 0, 1);
        Span<int> counts = stackalloc int[Names.Length];
        counts.Clear();
        Count(title, counts);
        Count(sample, counts);
        counts[0] = 0;
        // Japanese is written in both; kana alone would be outnumbered by Han.
        if (counts[Kana] * 5 > counts[Han]) (counts[Kana], counts[Han]) = (counts[Kana] + counts[Han], 0);
        double all = 0;
        foreach (var count in counts) all += count;
        var dominant = Greatest(counts, 0);
        if (dominant == 0) return new("Latin", null, 0, 0);
        var second = Greatest(counts, dominant);
        return new(Names[dominant], second == 0 ? null : Names[second], counts[second] / all, counts[Latin] / all);
    }

    // Most articles need no counting: all other scripts stand before or after the punctuation and the signs.
    private static bool IsLatin(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\u0250', '\u1DFF') && !text.ContainsAnyInRange('\u2E80', '\uFFFF');

    private static void Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        // In two sets by turns: neighbours are of one script, and a count waits for the one before it to be written.
        ReadOnlySpan<byte> table = Table;
        Span<int> others = stackalloc int[Names.Length];
        others.Clear();
        var i = 0;
        for (; i + 1 < text.Length; i += 2)
        {
            counts[table[text[i]]]++;
            others[table[text[i + 1]]]++;
        }

        if (i < text.Length) counts[table[text[i]]]++;
        for (var script = 0; script < counts.Length; script++) counts[script] += others[script];
    }

    private static int Greatest(ReadOnlySpan<int> counts, int except)
    {
        var greatest = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (i != except && counts[i] > counts[greatest]) greatest = i;
        }

        return greatest;
    }

    private static byte[] Make()
    {
        var table = new byte[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            if (char.IsLetter((char)i) && ScriptOf((char)i) is { } script) table[i] = (byte)Array.IndexOf(Names, script);
        }

        return table;
    }

    private static string? ScriptOf(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and < '\u1F00') => "Latin",
        >= '\u0370' and < '\u0400' => "Greek",
        >= '\u0400' and < '\u0530' => "Cyrillic",
        >= '\u0530' and < '\u0590' => "Armenian",
        >= '\u0590' and < '\u0600' => "Hebrew",
        >= '\u0600' and < '\u0780' => "Arabic",
        >= '\u0900' and < '\u0980' => "Devanagari",
        >= '\u0980' and < '\u0A00' => "Bengali",
        >= '\u0B80' and < '\u0C00' => "Tamil",
        >= '\u0E00' and < '\u0E80' => "Thai",
        >= '\u10A0' and < '\u1100' => "Georgian",
        >= '\u1200' and < '\u13A0' => "Ethiopic",
        >= '\u3040' and < '\u3100' => "Kana",
        >= '\u3400' and < '\uA000' => "Han",
        >= '\uAC00' and < '\uD7B0' => "Hangul",
        _ => null,
    };
}
