using System.Text.RegularExpressions;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>Finds what is wrong with a user's concept before it is saved.</summary>
internal static partial class UserConceptValidation
{
    private const int MaxPatterns = 50_000;
    private const int MaxLength = 500;

    /// <summary>The errors, by field.</summary>
    public static IReadOnlyDictionary<string, string[]> Validate(UserConcept concept, LexiconSnapshot lexicon)
    {
        if (Nulls(concept) is { Count: > 0 } nulls) return nulls.ToDictionary(field => field, _ => new[] { "null is no value; leave it out." });
        var errors = new List<(string Field, string Message)>();
        if (!IdForm().IsMatch(concept.Id) || !QueryPrefixes.IsConcept(concept.Id[..Math.Max(0, concept.Id.IndexOf(':', StringComparison.Ordinal))]))
            errors.Add(("id", "An id is a kind, a colon, and letters, digits or hyphens: list:suppliers, person:jane-doe."));
        foreach (var id in concept.Broader.Where(id => !lexicon.TryGet(id, out _))) errors.Add(("broader", Unknown(id, lexicon)));
        foreach (var id in concept.Members.Where(id => !lexicon.TryGet(id, out _))) errors.Add(("members", Unknown(id, lexicon)));
        foreach (var (field, byLanguage) in new[] { ("patterns", concept.Patterns), ("after", concept.After), ("not", concept.Not) })
        {
            foreach (var language in byLanguage.Keys.Where(key => key != LanguageChoice.Any && !lexicon.Languages.Contains(key)))
                errors.Add((field, $"The lexicon does not speak '{language}'. Give a language such as de, or {LanguageChoice.Any} for all."));
            if (byLanguage.Values.Sum(p => p.Count) > MaxPatterns) errors.Add((field, $"At most {MaxPatterns:N0} patterns."));
            else errors.AddRange(byLanguage.SelectMany(p => p.Value).Select(p => (field, PatternError(p) ?? "")).Where(e => e.Item2.Length > 0));
        }

        return errors.GroupBy(e => e.Field).ToDictionary(e => e.Key, e => e.Select(m => m.Message).Distinct().Take(20).ToArray());
    }

    /// <summary>What is wrong with a pattern, or null.</summary>
    public static string? PatternError(string pattern)
    {
        if (pattern.Length > MaxLength) return $"'{pattern[..40]}…' is longer than {MaxLength} characters.";
        try
        {
            var syntax = PatternSyntax.Parse(pattern);
            var compiler = new PhraseCompiler(FoldingProfile.Default, false);
            compiler.Compile(syntax.Left, pattern);
            if (syntax.Right is not null) compiler.Compile(syntax.Right, pattern);
        }
        catch (Exception exception) when (exception is PatternFormatException or FormatException or OverflowException)
        {
            return exception.Message;
        }

        return StopWords.Contains(pattern) ? $"'{pattern}' is one of the most frequent words of a language; write =Name or the words around it." : null;
    }

    // JSON has them where the types have none.
    private static List<string> Nulls(UserConcept concept)
    {
        var fields = new List<string>();
        if (concept.Labels is null || concept.Labels.Values.Any(label => label is null)) fields.Add("labels");
        foreach (var (field, ids) in new[] { ("broader", concept.Broader), ("members", concept.Members) })
        {
            if (ids is null || ids.Any(id => id is null)) fields.Add(field);
        }

        foreach (var (field, byLanguage) in new[] { ("patterns", concept.Patterns), ("after", concept.After), ("not", concept.Not) })
        {
            if (byLanguage is null || byLanguage.Values.Any(patterns => patterns is null || patterns.Any(pattern => pattern is null))) fields.Add(field);
        }

        return fields;
    }

    private static string Unknown(string id, LexiconSnapshot lexicon) =>
        $"The lexicon has no concept '{id}'.{(lexicon.Nearest(id) is { } nearest ? $" Did you mean {nearest}?" : "")}";

    [GeneratedRegex("^[a-z]+:[A-Za-z0-9][A-Za-z0-9-]{0,99}$")]
    private static partial Regex IdForm();
}
