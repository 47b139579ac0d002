using System.Collections.Frozen;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>
/// The small words that Arabic and Hebrew write in front of the next one. The query's word is looked for behind every plausible stack of them;
/// the text is never stemmed.
/// </summary>
internal static class Clitics
{
    // A shorter rest is more often part of another word than a word.
    private const int MinRest = 3;

    private static readonly FrozenSet<string> Stacks = Arabic().Concat(Hebrew()).ToFrozenSet(StringComparer.Ordinal);
    private static readonly int LongestStack = Stacks.Max(s => s.Length);

    /// <summary>Writes the lengths of all clitic stacks that the word may begin with; returns how many.</summary>
    public static int Lengths(ReadOnlySpan<char> folded, Span<int> lengths)
    {
        var count = 0;
        var lookup = Stacks.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= LongestStack && folded.Length - length >= MinRest && count < lengths.Length; length++)
        {
            if (lookup.Contains(folded[..length])) lengths[count++] = length;
        }

        return count;
    }

    /// <summary>The word without the Arabic article, which the text may or may not have.</summary>
    public static string WithoutArticle(string folded) =>
        folded.Length >= MinRest + 2 && folded.StartsWith("ال", StringComparison.Ordinal) ? folded[2..] : folded;

    // و and; ف then; ب in, ل for, ك as, س will; ال the; ل + ال is written لل.
    private static IEnumerable<string> Arabic() =>
        from conjunction in new[] { "", "و", "ف" }
        from rest in new[] { "", "ال", "ب", "ل", "ك", "س", "بال", "كال", "لل" }
        where conjunction.Length + rest.Length > 0
        select conjunction + rest;

    // ו and; ש that, כש when; ב in, ל to, מ from, כ as; ה the.
    private static IEnumerable<string> Hebrew() =>
        from conjunction in new[] { "", "ו" }
        from relative in new[] { "", "ש", "כש", "מש", "לכש" }
        from preposition in new[] { "", "ב", "ל", "מ", "כ" }
        from article in new[] { "", "ה" }
        where conjunction.Length + relative.Length + preposition.Length + article.Length > 0
        select conjunction + relative + preposition + article;
}
