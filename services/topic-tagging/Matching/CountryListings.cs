using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Finds sentences that list countries: what stands in one is not about any pair of them.</summary>
internal sealed class CountryListings
{
    /// <summary>Two parties, a victim and a mediator are news; a fourth country makes a list.</summary>
    public const int MinCountries = 4;

    private readonly Article _article;
    private readonly HashSet<int> _sentences = [];

    public CountryListings(Article article)
    {
        _article = article;
        var countries = new Dictionary<int, HashSet<int>>();
        var lexicon = article.Concepts.Lexicon;
        foreach (var (concept, _, hit) in article.Concepts.Own)
        {
            if (lexicon[concept].Kind != Concept.CountryKind) continue;
            var sentence = article.Stream.SentenceOf(hit.First);
            if (!countries.TryGetValue(sentence, out var named)) countries[sentence] = named = [];
            if (named.Add(concept) && named.Count >= MinCountries) _sentences.Add(sentence);
        }
    }

    /// <summary>True when every word of the occurrence stands in such a list.</summary>
    public bool Holds(Occurrence occurrence) =>
        _sentences.Count > 0 && occurrence.Terms().All(t => _sentences.Contains(_article.Stream.SentenceOf(t.First)));
}
