using System.Numerics;
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
        var bit = BitOf(hash);
        _filter[bit >> 6] |= 1UL << bit;
        _lengths |= 1UL << stem.Length;
        return ref _heads[id];
    }

    /// <summary>The lengths, a bit each, of those beginnings of a word that may be stems: of all that are, and of a few others.</summary>
    /// <param name="hashes">The rolling hashes of the word.</param>
    public ulong Candidates(ReadOnlySpan<uint> hashes)
    {
        var filter = _filter;
        var candidates = 0UL;
        var longest = Math.Min(hashes.Length, MaxStem);
        for (var lengths = _lengths & ((2UL << longest) - 2); lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            var bit = BitOf(hashes[length - 1]);
            candidates |= ((filter[bit >> 6] >> bit) & 1) << length;
        }

        return candidates;
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

    // A power of two, so the upper bits are the slot.
    private static int BitOf(uint hash) => (int)((hash * WordHash.Spread) >> 16);
}
