using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// The compiled patterns of a snapshot. A language is compiled when the first article in it arrives, and outlives changes of the topics.
/// </summary>
internal sealed class LexiconIndex
{
    private const int MaxChoices = 10_000;

    private static readonly ConditionalWeakTable<LexiconSnapshot, LexiconIndex> Made = [];

    private readonly ConcurrentDictionary<(string Language, int Profile), Lazy<PatternIndex>> _languages = new();
    private readonly ConcurrentDictionary<LanguageTags, string[]> _choices = new();
    private readonly LexiconSnapshot _lexicon;

    private LexiconIndex(LexiconSnapshot lexicon) => _lexicon = lexicon;

    public static LexiconIndex Of(LexiconSnapshot lexicon) => Made.GetValue(lexicon, static l => new LexiconIndex(l));

    /// <summary>The languages whose patterns apply to an article.</summary>
    public string[] LanguagesOf(MatchInput input)
    {
        var mix = LanguageChoice.MixOf(input.Title, input.Text);
        var tags = input.Languages;
        if (tags.Count > 3) return [.. LanguageChoice.For(tags, _lexicon, mix)];
        var key = new LanguageTags(tags.Count > 0 ? tags[0] : null, tags.Count > 1 ? tags[1] : null, tags.Count > 2 ? tags[2] : null, mix);
        // Tags come from a detector that knows so many languages, and from submitters, who may invent them.
        if (_choices.TryGetValue(key, out var known)) return known;
        if (_choices.Count >= MaxChoices) _choices.Clear();
        return _choices[key] = [.. LanguageChoice.For(tags, _lexicon, mix)];
    }

    /// <summary>Finds the concepts of a text that is looked at once.</summary>
    public ConceptHits Find(TokenStream stream, IReadOnlyList<string> languages, FoldingProfile profile)
    {
        var hits = new ConceptHits();
        Find(stream, [.. languages], profile, new PhraseHits(), hits);
        return hits;
    }

    /// <summary>Finds the concepts of an article.</summary>
    public void Find(TokenStream stream, string[] languages, FoldingProfile profile, PhraseHits memory, ConceptHits hits)
    {
        var raw = hits.Begin(_lexicon);
        foreach (var language in languages) Index(language, profile).Collect(stream, memory, raw);
        Index(LanguageChoice.Any, profile).Collect(stream, memory, raw);
        hits.Sort();
    }

    private PatternIndex Index(string language, FoldingProfile profile) =>
        _languages.GetOrAdd((language, (int)profile), static (key, lexicon) => new Lazy<PatternIndex>(() => PatternIndex.Compile(lexicon, key.Language, (FoldingProfile)key.Profile)), _lexicon).Value;
}
