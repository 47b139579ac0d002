using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The lexicon's patterns of one language, compiled for one folding.</summary>
internal sealed class PatternIndex
{
    private readonly TermIndex _terms = new(new CharArena());
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
        index._terms.Trim();
        return index;
    }

    /// <summary>Adds this language's hits to <paramref name="target"/>.</summary>
    /// <param name="stream">The article.</param>
    /// <param name="hits">Memory for what is found on the way.</param>
    /// <param name="target">The hits by concept or compound.</param>
    public void Collect(TokenStream stream, PhraseHits hits, GrowingList<OwnedHit> target)
    {
        hits.Begin(_rules.Count);
        _terms.Find(stream, hits);
        foreach (var phrase in hits.Found)
        {
            foreach (var rule in _rules[phrase])
            {
                if (rule.Right >= 0) NearJoin.Join(stream, hits.Of(phrase), hits.Of(rule.Right), rule, target);
                else foreach (var place in hits.Of(phrase)) target.Add(new OwnedHit(rule.Owner, rule.Role, new Hit(place, place)));
            }
        }
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
        id = _rules.Count;
        _terms.Add(_compiler.Compile(phrase, pattern), id);
        _rules.Add([]);
        return _phrases[key] = id;
    }
}
