using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Which phrases an article holds and where. Its memory serves one article after another.</summary>
internal sealed class PhraseHits
{
    // A phrase found more often than this in one article adds nothing but time.
    private const int MaxHits = 2_000;

    // Below this number of hits, no article has a phrase that often enough for anybody to count.
    private const int Many = 65_536;

    private readonly GrowingList<int> _phrases = new(256);
    private readonly GrowingList<TokenRange> _ranges = new(256);
    private readonly GrowingList<int> _found = new(256);
    private readonly BitSet _seen = new();
    private readonly SpanGroups _groups = new();
    private Dictionary<int, int>? _counts;

    /// <summary>The phrases found, each once.</summary>
    public ReadOnlySpan<int> Found => _found.Span;

    /// <summary>The atoms of the article's tokens, which the search leaves here; see <see cref="TermIndex"/>.</summary>
    public GrowingList<int> Atoms { get; } = new(256);

    /// <summary>Memory of the search; see <see cref="WordTable.FindAll"/>.</summary>
    public GrowingList<(int Token, int Found)> Lookups { get; } = new(256);

    /// <summary>How many hits there are room for.</summary>
    public int Capacity => _ranges.Items.Length;

    /// <summary>Forgets everything.</summary>
    /// <param name="phrases">The phrases that count are numbered below this.</param>
    public void Begin(int phrases)
    {
        foreach (var phrase in Found) _seen.Remove(phrase);
        _seen.Reserve(phrases);
        Limit = phrases;
        _found.Clear();
        _phrases.Clear();
        _ranges.Clear();
        _groups.Clear();
        _counts = null;
    }

    /// <summary>Phrases with this number or a higher one came later than the question.</summary>
    public int Limit { get; private set; }

    public bool Has(int phrase) => phrase < Limit && _seen.Has(phrase);

    public void Add(int phrase, int first, int last)
    {
        if (phrase >= Limit) return;
        if (_seen.Add(phrase)) _found.Add(phrase);
        else if (_ranges.Count >= Many && !HasRoom(phrase)) return;
        _phrases.Add(phrase);
        _ranges.Add(new TokenRange(first, last));
    }

    /// <summary>True when the phrase was found at this token already.</summary>
    public bool HasAt(int phrase, int first)
    {
        for (var i = _ranges.Count - 1; i >= 0 && _ranges[i].First == first; i--)
        {
            if (_phrases[i] == phrase) return true;
        }

        return false;
    }

    /// <summary>Where a phrase was found, in reading order.</summary>
    public ReadOnlySpan<TokenRange> Of(int phrase) =>
        Has(phrase) ? _groups.Of(phrase, _found.Span, _phrases.Span, _ranges.Span) : [];

    private bool HasRoom(int phrase)
    {
        if (_counts is null)
        {
            _counts = [];
            foreach (var known in _phrases.Span) _counts[known] = _counts.GetValueOrDefault(known) + 1;
        }

        var count = _counts.GetValueOrDefault(phrase);
        _counts[phrase] = count + 1;
        return count < MaxHits;
    }
}
