using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Beginnings of words, each with a chain of phrases. The rolling hash of a word is at once that of each of its prefixes; a small Bloom filter
/// of one bit tells most of those that are no stems.
/// </summary>
internal sealed class StemTable(CharArena arena)
{
    /// <summary>The rest of a longer stem is left to the comparison.</summary>
    public const int MaxStem = 63;

    // 8 KiB: stays in the first-level cache.
    private const int FilterBits = 1 << 16;

    private readonly WordTable _stems = new(arena);
    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private int[] _heads = [];
    private ulong _lengths;

    /// <summary>The head of a stem's chain, -1 when it is new.</summary>
    public ref int Head(ReadOnlySpan<char> stem)
    {
        var hash = WordHash.Of(stem);
        var before = _stems.Count;
        var id = _stems.Add(stem, hash);
        Storage.Reserve(ref _heads, id + 1);
        if (_stems.Count > before) _heads[id] = -1;
        var bit = (int)((hash * WordHash.Spread) >> 16);
        _filter[bit >> 6] |= 1UL << bit;
        _lengths |= 1UL << stem.Length;
        return ref _heads[id];
    }

    /// <summary>The lengths that stems have, a bit each.</summary>
    public ulong Lengths => _lengths;

    /// <summary>False when no stem has the hash; true for all that have one and a few others.</summary>
    public bool MayHave(uint hash)
    {
        // A power of two, so the upper bits are the slot.
        var bit = (int)((hash * WordHash.Spread) >> 16);
        return (_filter[bit >> 6] & (1UL << bit)) != 0;
    }

    /// <summary>The head of a stem's chain, or -1.</summary>
    public int Find(ReadOnlySpan<char> stem, uint hash)
    {
        var id = _stems.Find(stem, hash);
        return id >= 0 ? _heads[id] : -1;
    }

    public void Trim()
    {
        _stems.Trim();
        Storage.Trim(ref _heads, _stems.Count);
    }
}
