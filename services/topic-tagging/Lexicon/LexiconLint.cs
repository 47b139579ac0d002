using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Finds patterns that need a second look: ambiguous, too short, a stop word, written twice, or within another.</summary>
internal static class LexiconLint
{
    // Names are things; that two themes share a word is their nature.
    private static readonly HashSet<string> Names = ["country", "person", "org", "place", "company", "group", "region"];
    private static readonly char[] Composite = [' ', '(', ')', '|'];

    private const int ShortLetters = 2;

    /// <summary>All findings, by kind, language and pattern.</summary>
    public static IReadOnlyList<LintFinding> Check(LexiconSnapshot lexicon)
    {
        var findings = new List<LintFinding>();
        var owners = new Dictionary<(string Language, string Pattern), List<string>>();
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var (language, patterns) in concept.Patterns)
            {
                CheckPatterns(concept, language, patterns.Full, findings);
                if (!Names.Contains(concept.Kind)) continue;
                foreach (var pattern in patterns.Full.Distinct()) Owners(owners, language, pattern).Add(concept.Id);
            }
        }

        foreach (var ((language, pattern), ids) in owners.Where(o => o.Value.Count > 1)) findings.AddRange(Ambiguous(lexicon, language, pattern, ids));
        return [.. findings.OrderBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.Language, StringComparer.Ordinal).ThenBy(f => f.Pattern, StringComparer.Ordinal).ThenBy(f => f.Concepts, StringComparer.Ordinal)];
    }

    private static void CheckPatterns(Concept concept, string language, IReadOnlyList<string> patterns, List<LintFinding> findings)
    {
        foreach (var twice in patterns.GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() > 1)) findings.Add(new("duplicate", language, twice.Key, concept.Id));
        if (concept.Kind == Concept.UnitKind) return;
        var stems = patterns.Where(p => p.AsSpan().IndexOfAny(Composite) < 0 && p.Contains('%', StringComparison.Ordinal) && p[0] is not ('=' or '*')).ToList();
        foreach (var pattern in patterns.Where(p => p.AsSpan().IndexOfAny(Composite) < 0))
        {
            if (StopWords.Contains(pattern)) findings.Add(new("stop word", language, pattern, concept.Id));
            else if (IsTooShort(pattern)) findings.Add(new("too short", language, pattern, concept.Id));
            if (stems.Find(s => s != pattern && Covers(s, pattern)) is { } stem) findings.Add(new("overlapping", language, pattern, $"{concept.Id} within {stem}"));
        }
    }

    // A capital or an exact spelling is a guard of its own. A Han character or a Korean syllable counts for two letters, a vowel sign for one.
    private static bool IsTooShort(string pattern)
    {
        if (pattern[0] is '=' or '^') return false;
        var letters = Bare(pattern).Sum(c => CharClasses.Of(c) is CharClass.Ideograph or CharClass.Hangul ? 2 : CharClasses.Of(c) is CharClass.Letter or CharClass.Digit or CharClass.Mark or CharClass.Cluster ? 1 : 0);
        return letters <= ShortLetters;
    }

    private static bool Covers(string stem, string pattern)
    {
        if (pattern[0] == '=' || (stem[0] == '^' && pattern[0] != '^')) return false;
        var (bareStem, bare) = (Bare(stem), Bare(pattern));
        return bare.StartsWith(bareStem, StringComparison.Ordinal) && bare.Length + Tail(pattern) <= bareStem.Length + Tail(stem);
    }

    private static string Bare(string pattern)
    {
        var percent = pattern.AsSpan().IndexOfAny('%', '*');
        return (percent > 0 ? pattern[..percent] : pattern).TrimStart('^', '=', '*');
    }

    private static int Tail(string pattern)
    {
        var percent = pattern.IndexOf('%', StringComparison.Ordinal);
        return percent < 0 ? 0 : percent + 1 == pattern.Length ? 5 : int.Parse(pattern.AsSpan(percent + 1), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static List<string> Owners(Dictionary<(string, string), List<string>> owners, string language, string pattern)
    {
        if (!owners.TryGetValue((language, pattern), out var ids)) owners[(language, pattern)] = ids = [];
        return ids;
    }

    // A party and its leader, a group and its members: what counts for the other may share its words.
    private static IEnumerable<LintFinding> Ambiguous(LexiconSnapshot lexicon, string language, string pattern, List<string> ids)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            for (var k = i + 1; k < ids.Count; k++)
            {
                var (a, b) = (lexicon.OrdinalOf(ids[i]), lexicon.OrdinalOf(ids[k]));
                if (!lexicon.SelfAndWider(a).Contains(b) && !lexicon.SelfAndWider(b).Contains(a)) yield return new("ambiguous", language, pattern, $"{ids[i]} {ids[k]}");
            }
        }
    }
}

/// <summary>A pattern that needs a second look.</summary>
/// <param name="Kind">What about it.</param>
/// <param name="Language">The pattern's language.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Concepts">Whose it is.</param>
internal sealed record LintFinding(string Kind, string Language, string Pattern, string Concepts)
{
    /// <summary>One line of a report or of the reviewed list.</summary>
    public override string ToString() => $"{Kind}\t{Language}\t{Pattern}\t{Concepts}";
}
