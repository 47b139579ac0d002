using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Finds phrases by their first token: an exact word, a stem at the lengths that stems have, four letters of a leading-star word, or the first
/// two characters in scripts that are written without spaces.
/// </summary>
internal sealed class TermIndex
{
    private const int InnerKey = 4;
    private const int MaxStem = 63;

    // A phrase found more often than this in one article adds nothing but time.
    private const int MaxHits = 2_000;

    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<string, List<int>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _inner = new(StringComparer.Ordinal);
    private ulong _stemLengths;
    private bool _clitics;

    /// <summary>Adds a phrase and returns its id.</summary>
    public int Add(Phrase phrase)
    {
        var id = _phrases.Count;
        _phrases.Add(phrase);
        foreach (var beginning in phrase.Beginnings) AddKey(beginning, id);
        return id;
    }

    /// <summary>All matches of all phrases, by phrase, in reading order.</summary>
    public Dictionary<int, List<TokenRange>> Find(TokenStream stream)
    {
        var found = new Dictionary<int, List<TokenRange>>();
        Span<int> clitics = stackalloc int[8];
        var exact = _exact.GetAlternateLookup<ReadOnlySpan<char>>();
        var pairs = _pairs.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var folded = stream.Folded(i);
            LookUp(stream, i, folded, exact, found);
            if (_pairs.Count > 0 && i + 1 < tokens.Length && tokens[i + 1].Has(TokenTraits.Glued)
                && pairs.TryGetValue(stream.FoldedPair(i), out var phrases))
            {
                Verify(stream, i, phrases, found);
            }

            if (_clitics && tokens[i].Has(TokenTraits.Clitic))
            {
                var count = Clitics.Lengths(folded, clitics);
                for (var k = 0; k < count; k++) LookUp(stream, i, folded[clitics[k]..], exact, found);
            }

            if (_inner.Count > 0 && !tokens[i].Has(TokenTraits.Glyph)) LookInside(stream, i, folded, found);
        }

        return found;
    }

    private void AddKey(Element[] beginning, int id)
    {
        var first = beginning[0];
        _clitics |= first.Clitics;
        if (first.AnyStart)
        {
            Add(_inner, first.Text[..Math.Min(InnerKey, first.Text.Length)], id);
        }
        else if (first.Extra > 0)
        {
            var stem = first.Text[..Math.Min(MaxStem, first.Text.Length)];
            _stemLengths |= 1UL << stem.Length;
            Add(_stems, stem, id);
        }
        else if (beginning.Length > 1 && beginning[1] is { Glued: true, Extra: 0 })
        {
            Add(_pairs, first.Text + beginning[1].Text, id);
        }
        else
        {
            Add(_exact, first.Text, id);
        }
    }

    private static void Add(Dictionary<string, List<int>> keys, string key, int id)
    {
        if (!keys.TryGetValue(key, out var phrases)) keys[key] = phrases = [];
        if (phrases.Count == 0 || phrases[^1] != id) phrases.Add(id);
    }

    private void LookUp(TokenStream stream, int index, ReadOnlySpan<char> folded, Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> exact, Dictionary<int, List<TokenRange>> found)
    {
        if (exact.TryGetValue(folded, out var phrases)) Verify(stream, index, phrases, found);
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var lengths = _stemLengths; lengths != 0; lengths &= lengths - 1)
        {
            var length = System.Numerics.BitOperations.TrailingZeroCount(lengths);
            if (length > folded.Length) break;
            if (stems.TryGetValue(folded[..length], out phrases)) Verify(stream, index, phrases, found);
        }
    }

    private void LookInside(TokenStream stream, int index, ReadOnlySpan<char> folded, Dictionary<int, List<TokenRange>> found)
    {
        var inner = _inner.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + InnerKey <= folded.Length; i++)
        {
            if (inner.TryGetValue(folded.Slice(i, InnerKey), out var phrases)) Verify(stream, index, phrases, found);
        }
    }

    private void Verify(TokenStream stream, int index, List<int> phrases, Dictionary<int, List<TokenRange>> found)
    {
        foreach (var id in phrases)
        {
            if (found.TryGetValue(id, out var ranges) && (ranges[^1].First == index || ranges.Count >= MaxHits)) continue;
            var last = _phrases[id].Match(stream, index);
            if (last < index) continue;
            if (ranges is null) found[id] = ranges = [];
            ranges.Add(new TokenRange(index, last));
        }
    }
}
