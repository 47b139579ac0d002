using System.Text;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>
/// Knows the characters that canonical composition leaves alone whatever stands beside them: a text of nothing else needs no normalising
/// (the quick check of Unicode Standard Annex 15, section 9).
/// </summary>
internal static class ComposedCharacters
{
    private static readonly bool[] Table = Make();

    public static bool IsComposed(ReadOnlySpan<char> text)
    {
        var beyondLatin = text.IndexOfAnyExceptInRange('\0', '\u02FF');
        if (beyondLatin < 0) return true;
        ReadOnlySpan<bool> table = Table;
        foreach (var c in text[beyondLatin..])
        {
            if (!table[c]) return false;
        }

        return true;
    }

    private static bool[] Make()
    {
        var table = new bool[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = StandsAlone((char)i);
        return table;
    }

    // Marks and the vowels and finals of Hangul join the character before; half-width katakana carry their voicing as one of their own.
    private static bool StandsAlone(char c)
    {
        if (char.IsSurrogate(c) || CharClasses.Of(c) == CharClass.Mark) return false;
        if (c is (>= '\u1100' and <= '\u11FF') or (>= '\uFF66' and <= '\uFF9F')) return false;
        // Noncharacters cannot be normalised.
        if (c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF')) return false;
        // The great blocks of Han and Hangul are composed; asking for each of their characters would take most of the time.
        return c is (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') || c.ToString().IsNormalized(NormalizationForm.FormC);
    }
}
