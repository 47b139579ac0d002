using System.Text;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Serbian from Cyrillic to Latin letters: one to one, as the language's own rules have it.</summary>
internal static class SerbianInLatin
{
    private const string Cyrillic = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static readonly string[] Latin = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".Split(' ');

    /// <summary>Transliterates; what is not Cyrillic stays.</summary>
    public static string Transliterate(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var lower = char.ToLowerInvariant(character);
            var index = Cyrillic.IndexOf(lower);
            if (index < 0)
                result.Append(character);
            else
                result.Append(lower == character ? Latin[index] : char.ToUpperInvariant(Latin[index][0]) + Latin[index][1..]);
        }
        return result.ToString();
    }
}
