using System.Globalization;
using System.Text;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>The mapping of single characters to what they are compared by. Pure; <see cref="Folding"/> caches it in tables.</summary>
internal static class Letters
{
    // Letters that Unicode does not decompose, though readers see a base letter.
    private static readonly Dictionary<char, string> Undecomposed = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ŧ'] = "t",
        ['ə'] = "e",
        ['ς'] = "σ",
        // Persian and Urdu forms of Arabic letters.
        ['ک'] = "ك",
        ['ی'] = "ي",
        ['ى'] = "ي",
        ['ة'] = "ه",
        ['ٱ'] = "ا",
        ['ہ'] = "ه",
        ['ھ'] = "ه",
        ['ۀ'] = "ه",
        ['ے'] = "ي",
        // Hindi writes nasalisation with either sign.
        ['\u0901'] = "\u0902",
    };

    private static readonly Dictionary<char, string> SerbianLatin = new()
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['ђ'] = "d",
        ['е'] = "e",
        ['ж'] = "z",
        ['з'] = "z",
        ['и'] = "i",
        ['ј'] = "j",
        ['к'] = "k",
        ['л'] = "l",
        ['љ'] = "lj",
        ['м'] = "m",
        ['н'] = "n",
        ['њ'] = "nj",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['ћ'] = "c",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "h",
        ['ц'] = "c",
        ['ч'] = "c",
        ['џ'] = "dz",
        ['ш'] = "s",
    };

    /// <summary>What <paramref name="c"/> is compared by; empty when it is ignored inside a word.</summary>
    public static string Fold(char c, FoldingProfile profile)
    {
        if (profile == FoldingProfile.Turkic && c is 'I' or 'ı') return "ı";

        var lower = char.ToLowerInvariant(c);
        if (c == 'İ') return "i";
        if (profile == FoldingProfile.Nordic && lower is 'å' or 'ä' or 'ö' or 'ø' or 'æ') return lower.ToString();
        if (profile == FoldingProfile.Serbian && SerbianLatin.TryGetValue(lower, out var latin)) return latin;
        if (profile == FoldingProfile.Vietnamese && IsLatin(lower)) return lower.ToString();
        // These differ from и, і, у by a sign that Unicode calls a mark and readers call a letter.
        if (lower is 'й' or 'ї' or 'ў' or 'ѓ' or 'ќ') return lower.ToString();
        if (Undecomposed.TryGetValue(lower, out var mapped)) return mapped;
        if (IsIgnored(lower)) return "";
        if (!Decomposes(lower)) return lower.ToString();
        return FoldDecomposed(lower, profile);
    }

    private static string FoldDecomposed(char c, FoldingProfile profile)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormKD);
        if (parts.Length == 1 && parts[0] == c) return parts;
        var folded = new StringBuilder(parts.Length);
        foreach (var part in parts)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark && !IsKanaVoicing(part)) continue;
            folded.Append(part == c ? part.ToString() : Fold(part, profile));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsKanaVoicing(char c) => c is '\u3099' or '\u309A';

    private static bool IsLatin(char c) => c is < '\u0250' or (>= '\u1E00' and < '\u1F00');

    // Marks that writers leave out at will: Latin, Greek and Cyrillic accents standing alone, Arabic and Hebrew points, tatweel, nukta.
    private static bool IsIgnored(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u0610' and <= '\u061A') or '\u0640'
            or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06ED') or '\u093C'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format
        || c is >= '\uFE00' and <= '\uFE0F';

    // Only these ranges lose their marks or their width; an Indic vowel or a Thai am must stay whole.
    private static bool Decomposes(char c) =>
        c is (>= '\u00A0' and < '\u0590') or (>= '\u0620' and < '\u0700') or (>= '\u0900' and < '\u0980') or (>= '\u1E00' and < '\u2000')
            or (>= '\u2100' and < '\u2150') or (>= '\u2460' and < '\u2500') or (>= '\uFB00' and < '\uFE00') or (>= '\uFE70' and < '\uFFF0');
}
