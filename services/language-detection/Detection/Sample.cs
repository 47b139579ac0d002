using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>The part of an article that is shown to the detector.</summary>
internal static partial class Sample
{
    // More text changes no decision and costs time; the headline always has its say.
    private const int MaxLength = 1000;

    /// <summary>Below this many letters trigram scores are noise.</summary>
    public const int MinLetters = 12;

    /// <summary>In Han, Kana and Hangul a few characters say as much as a dozen letters.</summary>
    public const int MinIdeographs = 4;

    /// <summary>Headline and beginning of the body, without addresses, handles and digits, in lower case.</summary>
    public static string Of(string title, string text)
    {
        var head = text.Length > MaxLength ? text[..MaxLength] : text;
        var plain = NotLanguage().Replace($"{title}\n{head}", " ");
        // ALL CAPS headlines look like another language to models of mixed-case text.
        return plain.ToLower(CultureInfo.InvariantCulture);
    }

    /// <summary>True when the sample says enough for a decision.</summary>
    public static bool IsEnough(string sample)
    {
        var letters = 0;
        var ideographs = 0;
        foreach (var rune in sample.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
                continue;
            letters++;
            if (IsIdeograph(rune.Value))
                ideographs++;
        }
        return letters >= MinLetters || ideographs >= MinIdeographs;
    }

    private static bool IsIdeograph(int value) => value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0x20000 and <= 0x3FFFF;

    [GeneratedRegex(@"https?://\S+|www\.\S+|\S+@\S+\.\S+|[@#]\w+|\d+", RegexOptions.NonBacktracking)]
    private static partial Regex NotLanguage();
}
