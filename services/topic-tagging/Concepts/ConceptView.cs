using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>A concept as the API shows it.</summary>
/// <param name="Id">Kind and name: <c>country:KP</c>.</param>
/// <param name="Kind">The part before the colon.</param>
/// <param name="Labels">What people call it, by language.</param>
/// <param name="Origin"><c>shipped</c>, <c>user</c>, or <c>both</c> where a user's patterns lie over shipped ones.</param>
/// <param name="Languages">The languages in which it is found, narrower concepts included; <c>*</c> for all.</param>
/// <param name="Broader">What it counts for.</param>
/// <param name="Narrower">What counts for it.</param>
/// <param name="Members">A group's or region's members with their dates.</param>
/// <param name="Patterns">Its own forms, by language.</param>
internal sealed record ConceptView(
    string Id,
    string Kind,
    IReadOnlyDictionary<string, string> Labels,
    string Origin,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Broader,
    IReadOnlyList<string> Narrower,
    IReadOnlyList<Member> Members,
    IReadOnlyDictionary<string, ConceptPatterns> Patterns)
{
    public static ConceptView Of(LexiconSnapshot lexicon, Concept concept, string origin)
    {
        var ordinal = lexicon.OrdinalOf(concept.Id);
        return new(
            concept.Id,
            concept.Kind,
            concept.Labels,
            origin,
            [.. lexicon.SelfAndNarrower(ordinal).SelectMany(n => lexicon[n].Patterns.Where(p => p.Value.Full.Count > 0).Select(p => p.Key)).Distinct().Order(StringComparer.Ordinal)],
            [.. lexicon.SelfAndWider(ordinal).Where(w => w != ordinal).Select(w => lexicon[w].Id)],
            [.. lexicon.SelfAndNarrower(ordinal).Where(n => n != ordinal).Select(n => lexicon[n].Id)],
            concept.Members,
            concept.Patterns);
    }
}
