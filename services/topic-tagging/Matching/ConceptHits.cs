using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Where an article names which concept. Its memory serves one article after another.</summary>
internal sealed class ConceptHits
{
    private static readonly Comparison<OwnedHit> ByOwner = OwnedHit.Compare;

    private readonly GrowingList<OwnedHit> _raw = new(64);
    private readonly GrowingList<OwnedHit> _own = new(64);
    private readonly GrowingList<int> _named = new();
    private readonly BitSet _isNamed = new();
    private readonly Dictionary<int, IReadOnlyList<ConceptHit>> _counting = [];

    public LexiconSnapshot Lexicon { get; private set; } = null!;

    /// <summary>The concepts that the article names by forms of their own, with those forms: concept by concept, in reading order.</summary>
    public ReadOnlySpan<OwnedHit> Own => _own.Span;

    /// <summary>The concepts that the article names, wider ones included.</summary>
    public ReadOnlySpan<int> Named => _named.Span;

    /// <summary>True when the article names the concept or a narrower one.</summary>
    public bool Has(int concept) => _isNamed.Has(concept);

    /// <summary>Forgets everything; the list takes the raw hits of the next article, which <see cref="Sort"/> deals with.</summary>
    public GrowingList<OwnedHit> Begin(LexiconSnapshot lexicon)
    {
        foreach (var concept in _named.Span) _isNamed.Remove(concept);
        Lexicon = lexicon;
        _raw.Clear();
        _own.Clear();
        _named.Clear();
        _counting.Clear();
        return _raw;
    }

    /// <summary>Tells the hits that count from short forms without a full one, and from longer names and homonyms.</summary>
    public void Sort()
    {
        _raw.Items.AsSpan(0, _raw.Count).Sort(ByOwner);
        for (var start = 0; start < _raw.Count;)
        {
            var end = start + 1;
            while (end < _raw.Count && _raw[end].Owner == _raw[start].Owner) end++;
            OwnerHits.AddCounting(Lexicon, _raw.Span[start..end], _own);
            start = end;
        }

        _own.Items.AsSpan(0, _own.Count).Sort(ByOwner);
        DropInner();
        CountryNames.KeepLongest(Lexicon, _own);
        _isNamed.Reserve(Lexicon.Concepts.Count);
        var last = -1;
        foreach (var hit in _own.Span)
        {
            if (hit.Owner != last) AddNamed(last = hit.Owner);
        }
    }

    /// <summary>The hits that count for a concept, narrower ones included, in reading order.</summary>
    public IReadOnlyList<ConceptHit> Of(int concept)
    {
        if (_counting.TryGetValue(concept, out var hits)) return hits;
        var all = new List<ConceptHit>();
        foreach (var source in Lexicon.SelfAndNarrower(concept))
        {
            if (!Has(source)) continue;
            foreach (var own in OwnOf(source)) all.Add(new ConceptHit(own.Hit, source));
        }

        // Where its own form and a narrower concept's are the same words, its own is named.
        return _counting[concept] = [.. all.OrderBy(h => h.Hit.First).ThenBy(h => h.Hit.Last).ThenBy(h => h.Concept == concept ? 0 : 1).DistinctBy(h => h.Hit)];
    }

    private void AddNamed(int own)
    {
        foreach (var concept in Lexicon.SelfAndWider(own))
        {
            if (_isNamed.Add(concept)) _named.Add(concept);
        }
    }

    private ReadOnlySpan<OwnedHit> OwnOf(int concept)
    {
        var (low, high) = (0, _own.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_own[middle].Owner < concept) low = middle + 1;
            else high = middle;
        }

        var end = low;
        while (end < _own.Count && _own[end].Owner == concept) end++;
        return _own.Span[low..end];
    }

    // One mention counts once, though a shorter pattern matched inside a longer one.
    private void DropInner()
    {
        var (kept, owner, reach) = (0, -1, new TokenRange(-1, -1));
        for (var i = 0; i < _own.Count; i++)
        {
            var current = _own[i];
            if (current.Owner != owner) (owner, reach) = (current.Owner, new TokenRange(-1, -1));
            else if (current == _own[kept - 1]) continue;
            if (!current.Hit.IsSplit)
            {
                if (reach.Contains(current.Hit.Left)) continue;
                if (current.Hit.Last > reach.Last) reach = current.Hit.Left;
            }

            _own[kept++] = current;
        }

        _own.RemoveFrom(kept);
    }
}
