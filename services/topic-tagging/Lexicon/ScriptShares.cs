namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Which scripts the letters of a text belong to.</summary>
internal sealed class ScriptShares
{
    // Enough to know; the whole of a long text adds nothing.
    private const int Sample = 4_000;

    private readonly List<(string Script, double Share)> _shares;

    private ScriptShares(List<(string Script, double Share)> shares) => _shares = shares;

    /// <summary>The script of most letters; "Latin" when there is none.</summary>
    public string Dominant => _shares.Count > 0 ? _shares[0].Script : "Latin";

    /// <summary>The script of the second most letters, if any.</summary>
    public string? Second => _shares.Count > 1 ? _shares[1].Script : null;

    public double this[string script] => _shares.Find(s => s.Script == script).Share;

    public static ScriptShares Of(string title, string text)
    {
        var counts = new Dictionary<string, int>();
        Count(title, counts);
        Count(text.AsSpan(0, Math.Min(text.Length, Sample)), counts);
        // Japanese is written in both; kana alone would be outnumbered by Han.
        if (counts.TryGetValue("Kana", out var kana) && counts.TryGetValue("Han", out var han) && kana * 5 > han)
        {
            counts["Kana"] = kana + han;
            counts.Remove("Han");
        }

        double all = Math.Max(1, counts.Values.Sum());
        return new([.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value / all))]);
    }

    private static void Count(ReadOnlySpan<char> text, Dictionary<string, int> counts)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c) || ScriptOf(c) is not { } script) continue;
            counts[script] = counts.GetValueOrDefault(script) + 1;
        }
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
