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
    private static readonly ConditionalWeakTable<LexiconSnapshot, LexiconIndex> Made = [];

    private readonly ConcurrentDictionary<(string Language, FoldingProfile Profile), Lazy<PatternIndex>> _languages = new();
    private readonly LexiconSnapshot _lexicon;

    private LexiconIndex(LexiconSnapshot lexicon) => _lexicon = lexicon;

    public static LexiconIndex Of(LexiconSnapshot lexicon) => Made.GetValue(lexicon, static l => new LexiconIndex(l));

    public ConceptHits Find(TokenStream stream, IEnumerable<string> languages, FoldingProfile profile)
    {
        var owners = new Dictionary<int, OwnerHits>();
        foreach (var language in languages.Append(LanguageChoice.Any)) Index(language, profile).Collect(stream, owners);
        return new ConceptHits(_lexicon, owners);
    }

    private PatternIndex Index(string language, FoldingProfile profile) =>
        _languages.GetOrAdd((language, profile), key => new Lazy<PatternIndex>(() => PatternIndex.Compile(_lexicon, key.Language, key.Profile))).Value;
}
