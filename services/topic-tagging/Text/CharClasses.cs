using System.Globalization;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>The class of every character of the basic plane, as a table.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] Table = Make();

    public static CharClass Of(char c) => Table[c];

    /// <summary>Arabic or Hebrew script, where small words are written in front of the next word.</summary>
    public static bool TakesClitics(char c) => c is >= '\u0590' and < '\u0750' or >= '\uFB1D' and < '\uFE00' or >= '\uFE70' and < '\uFF00';

    public static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05EA';

    private static CharClass[] Make()
    {
        var table = new CharClass[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = Classify((char)i);
        return table;
    }

    private static CharClass Classify(char c)
    {
        if (c is '\u0640' or (>= '\uFE00' and <= '\uFE0F') or '\u034F') return CharClass.Skipped;
        if (IsIdeograph(c)) return CharClass.Ideograph;
        if (c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3131' and <= '\u318E')) return CharClass.Hangul;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format => CharClass.Skipped,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharClass.Mark,
            UnicodeCategory.DecimalDigitNumber => CharClass.Digit,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => IsCluster(c) ? CharClass.Cluster : CharClass.Letter,
            _ => CharClass.Separator,
        };
    }

    private static bool IsIdeograph(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007'
            or (>= '\u3041' and <= '\u3096') or (>= '\u309D' and <= '\u309F') or (>= '\u30A1' and <= '\u30FA') or (>= '\u30FC' and <= '\u30FF')
            or (>= '\u31F0' and <= '\u31FF') or (>= '\uFF66' and <= '\uFF9D');

    private static bool IsCluster(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}
