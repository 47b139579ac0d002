using System.Text.RegularExpressions;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>The operators, and what analysts write instead of them when they come from other services.</summary>
internal static partial class QueryOperators
{
    public const string And = "AND";
    public const string Or = "OR";
    public const string Not = "NOT";
    public const string Except = "EXCEPT";
    public const string Near = "NEAR";
    public const string OrderedNear = "ONEAR";
    public const string Sentence = "SENTENCE";
    public const string Paragraph = "PARAGRAPH";
    public const string AtLeast = "ATLEAST";
    public const string Count = "COUNT";
    public const string Lede = "LEDE";
    public const string About = "ABOUT";
    public const string Score = "SCORE";

    private static readonly HashSet<string> All =
        [And, Or, Not, Except, Near, OrderedNear, Sentence, Paragraph, AtLeast, Count, Lede, About, Score];

    public static bool TryRead(string word, out string name, out int? number)
    {
        (name, number) = (word, null);
        if (word.StartsWith("SCORE>=", StringComparison.Ordinal) && int.TryParse(word.AsSpan(7), out var threshold))
        {
            (name, number) = (Score, threshold);
            return true;
        }

        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && All.Contains(word[..slash]) && int.TryParse(word.AsSpan(slash + 1), out var parsed) && parsed >= 0)
        {
            (name, number) = (word[..slash], parsed);
            return true;
        }

        return All.Contains(word);
    }

    /// <summary>The right spelling of something that looks like another service's operator, or null.</summary>
    public static string? RightSpelling(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower is "same" or "sentence" or "/s") return "SENTENCE";
        if (lower is "paragraph" or "para" or "/p") return "PARAGRAPH";
        if (lower is "not" or "andnot" or "and_not" or "-" or "!") return "AND NOT";
        if (lower is "&" or "&&" or "+") return And;
        if (lower is "|" or "||") return Or;
        if (lower is "near" or "onear" or "adj" or "w") return lower == "onear" ? "ONEAR/5" : lower == "adj" ? "ONEAR/0" : "NEAR/5";
        var numbered = Numbered().Match(lower);
        if (numbered.Success)
        {
            var number = numbered.Groups[2].Value;
            return numbered.Groups[1].Value switch
            {
                "w" or "near" or "n" or "within" => $"NEAR/{number}",
                "pre" or "onear" or "p" or "adj" => $"ONEAR/{number}",
                "atleast" or "atl" => $"ATLEAST/{number}",
                "lede" or "lead" or "first" => $"LEDE/{number}",
                "count" or "min" => $"COUNT/{number}",
                "same" or "sentence" or "s" => $"SENTENCE/{number}",
                _ => $"PARAGRAPH/{number}",
            };
        }

        var upper = word.ToUpperInvariant();
        return !All.Contains(word) && All.Contains(upper) ? upper : null;
    }

    [GeneratedRegex(@"^(w|near|n|within|pre|onear|p|adj|atleast|atl|lede|lead|first|count|min|same|sentence|s|paragraph|para)/?(\d+)$")]
    private static partial Regex Numbered();
}
