using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Where an article names which concept.</summary>
internal sealed class ConceptHits
{
    private readonly LexiconSnapshot _lexicon;
    private readonly Dictionary<int, List<Hit>> _own;
    private readonly Dictionary<int, IReadOnlyList<ConceptHit>> _counting = [];

    public ConceptHits(LexiconSnapshot lexicon, Dictionary<int, OwnerHits> owners)
    {
        _lexicon = lexicon;
        _own = Distribute(owners);
        CountryNames.KeepLongest(lexicon, _own);
    }

    public LexiconSnapshot Lexicon => _lexicon;

    /// <summary>The concepts that the article names by forms of their own.</summary>
    public IReadOnlyDictionary<int, List<Hit>> Own => _own;

    /// <summary>The hits that count for a concept, narrower ones included, in reading order.</summary>
    public IReadOnlyList<ConceptHit> Of(int concept)
    {
        if (_counting.TryGetValue(concept, out var hits)) return hits;
        var all = new List<ConceptHit>();
        foreach (var source in _lexicon.SelfAndNarrower(concept))
        {
            if (_own.TryGetValue(source, out var own)) all.AddRange(own.Select(h => new ConceptHit(h, source)));
        }

        // Where its own form and a narrower concept's are the same words, its own is named.
        return _counting[concept] = [.. all.OrderBy(h => h.Hit.First).ThenBy(h => h.Hit.Last).ThenBy(h => h.Concept == concept ? 0 : 1).DistinctBy(h => h.Hit)];
    }

    private Dictionary<int, List<Hit>> Distribute(Dictionary<int, OwnerHits> owners)
    {
        var own = new Dictionary<int, List<Hit>>();
        foreach (var (owner, hits) in owners)
        {
            var counting = hits.Counting().ToList();
            if (counting.Count == 0) continue;
            if (owner < _lexicon.Concepts.Count) Add(own, owner, counting);
            else foreach (var id in _lexicon.Compounds[owner - _lexicon.Concepts.Count].Yields) Add(own, _lexicon.OrdinalOf(id), counting);
        }

        return own.ToDictionary(o => o.Key, o => WithoutInner(o.Value));
    }

    private static void Add(Dictionary<int, List<Hit>> own, int concept, List<Hit> hits)
    {
        if (concept < 0) return;
        if (own.TryGetValue(concept, out var list)) list.AddRange(hits);
        else own[concept] = [.. hits];
    }

    // One mention counts once, though a shorter pattern matched inside a longer one.
    private static List<Hit> WithoutInner(List<Hit> hits)
    {
        var sorted = hits.OrderBy(h => h.First).ThenByDescending(h => h.Last).Distinct().ToList();
        var kept = new List<Hit>(sorted.Count);
        var reach = new TokenRange(-1, -1);
        foreach (var hit in sorted)
        {
            if (!hit.IsSplit)
            {
                if (reach.Contains(hit.Left)) continue;
                if (hit.Last > reach.Last) reach = hit.Left;
            }

            kept.Add(hit);
        }

        return kept;
    }
}
