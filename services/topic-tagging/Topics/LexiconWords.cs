using System.Runtime.CompilerServices;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Which languages' patterns hold a word, and which concepts a word alone stands for. Made on the first question about a snapshot.</summary>
internal sealed class LexiconWords
{
    private const int MaxConcepts = 5;
    private static readonly ConditionalWeakTable<LexiconSnapshot, LexiconWords> Made = [];
    private static readonly char[] Signs = [' ', '(', ')', '|', '"'];

    private readonly Dictionary<string, HashSet<string>> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _concepts = new(StringComparer.Ordinal);

    private LexiconWords(LexiconSnapshot lexicon)
    {
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var (language, patterns) in concept.Patterns)
            {
                foreach (var pattern in patterns.Full) Add(concept.Id, language, pattern);
            }
        }
    }

    public static LexiconWords Of(LexiconSnapshot lexicon) => Made.GetValue(lexicon, static l => new LexiconWords(l));

    /// <summary>The languages whose patterns hold the query's words; those of the words' script when none does.</summary>
    public IReadOnlySet<string> LanguagesOf(string pattern, IReadOnlySet<string> languages)
    {
        var words = pattern.Split(' ').Select(Plain).ToList();
        var known = languages.Where(l => words.TrueForAll(w => _languages.TryGetValue(w, out var its) && its.Contains(l))).ToList();
        if (known.Count == 0) known = LanguageChoice.OfScript(ScriptShares.Of("", pattern).Dominant).Where(languages.Contains).ToList();
        return new SortedSet<string>(known, StringComparer.Ordinal);
    }

    /// <summary>The concepts that have the word as a pattern of its own.</summary>
    public IReadOnlyList<string> ConceptsOf(string word) => _concepts.TryGetValue(Plain(word), out var concepts) ? [.. concepts.Take(MaxConcepts)] : [];

    private void Add(string concept, string language, string pattern)
    {
        foreach (var word in pattern.Split(Signs, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains('/', StringComparison.Ordinal)) continue;
            var plain = Plain(word);
            if (!_languages.TryGetValue(plain, out var languages)) _languages[plain] = languages = [];
            languages.Add(language);
        }

        if (pattern.AsSpan().IndexOfAny(Signs) >= 0) return;
        if (!_concepts.TryGetValue(Plain(pattern), out var concepts)) _concepts[Plain(pattern)] = concepts = new SortedSet<string>(StringComparer.Ordinal);
        concepts.Add(concept);
    }

    private static string Plain(string word)
    {
        var percent = word.IndexOf('%', StringComparison.Ordinal);
        var bare = (percent < 0 ? word : word[..percent]).Trim('=', '^', '*');
        var stream = Tokenizer.Tokenize("", bare, FoldingProfile.Default);
        return string.Concat(Enumerable.Range(0, stream.Tokens.Length).Select(i => stream.Folded(i).ToString()));
    }
}
