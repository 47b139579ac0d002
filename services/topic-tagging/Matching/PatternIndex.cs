using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The lexicon's patterns of one language, compiled for one folding.</summary>
internal sealed class PatternIndex
{
    private readonly TermIndex _terms = new();
    private readonly List<List<PatternRule>> _rules = [];
    private readonly Dictionary<string, int> _phrases = [];
    private readonly PhraseCompiler _compiler;

    private PatternIndex(PhraseCompiler compiler) => _compiler = compiler;

    public static PatternIndex Compile(LexiconSnapshot lexicon, string language, FoldingProfile profile)
    {
        var index = new PatternIndex(new PhraseCompiler(profile, language is "ar" or "he"));
        for (var i = 0; i < lexicon.Concepts.Count; i++)
        {
            if (lexicon.TryGetPatterns(i, language, out var patterns)) index.Add(i, patterns);
        }

        for (var i = 0; i < lexicon.Compounds.Count; i++)
        {
            if (lexicon.Compounds[i].Language == language) index.Add(lexicon.Concepts.Count + i, lexicon.Compounds[i].Patterns);
        }

        index._phrases.Clear();
        return index;
    }

    /// <summary>Adds this language's hits to <paramref name="target"/>.</summary>
    public void Collect(TokenStream stream, Dictionary<int, OwnerHits> target)
    {
        var found = _terms.Find(stream);
        foreach (var (phrase, ranges) in found)
        {
            foreach (var rule in _rules[phrase])
            {
                if (rule.Right < 0) Emit(rule, ranges.Select(r => new Hit(r, r)), target);
                else if (found.TryGetValue(rule.Right, out var others)) Emit(rule, NearJoin.Join(stream, ranges, others, rule), target);
            }
        }
    }

    private static void Emit(PatternRule rule, IEnumerable<Hit> hits, Dictionary<int, OwnerHits> target)
    {
        if (!target.TryGetValue(rule.Owner, out var owner)) target[rule.Owner] = owner = new OwnerHits();
        owner[rule.Role].AddRange(hits);
    }

    private void Add(int owner, ConceptPatterns patterns)
    {
        foreach (var pattern in patterns.Full) Add(owner, PatternRole.Full, pattern);
        foreach (var pattern in patterns.After) Add(owner, PatternRole.After, pattern);
        foreach (var pattern in patterns.Not) Add(owner, PatternRole.Not, pattern);
    }

    private void Add(int owner, PatternRole role, string pattern)
    {
        var syntax = PatternSyntax.Parse(pattern);
        var left = PhraseId(syntax.Left, pattern);
        var right = syntax.Right is null ? -1 : PhraseId(syntax.Right, pattern);
        _rules[left].Add(new PatternRule(owner, role, right, syntax.Distance, syntax.Ordered));
    }

    private int PhraseId(IReadOnlyList<string[][]> phrase, string pattern)
    {
        var key = PatternSyntax.KeyOf(phrase);
        if (_phrases.TryGetValue(key, out var id)) return id;
        id = _terms.Add(_compiler.Compile(phrase, pattern));
        _rules.Add([]);
        return _phrases[key] = id;
    }
}
