using System.Numerics;

namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>
/// Which buckets of n-grams have rows: a bit for each, and for each 64 bits how many were set before. A fifth of a megabyte, so that it
/// stays in the processor's cache where a table of rows would not; most n-grams of a text end here.
/// </summary>
internal sealed class KeptBuckets
{
    private readonly ulong[] _bits;
    private readonly int[] _before;

    /// <summary>Marks buckets.</summary>
    /// <param name="buckets">How many buckets there are; a power of two.</param>
    /// <param name="kept">Those that have rows.</param>
    public KeptBuckets(int buckets, ReadOnlySpan<int> kept)
    {
        Mask = (uint)buckets - 1;
        _bits = new ulong[(buckets + 63) / 64];
        _before = new int[_bits.Length];
        foreach (var bucket in kept)
            _bits[bucket >> 6] |= 1UL << bucket;
        for (var i = 1; i < _before.Length; i++)
            _before[i] = _before[i - 1] + BitOperations.PopCount(_bits[i - 1]);
    }

    /// <summary>What turns a hash into the number of its bucket.</summary>
    public uint Mask { get; }

    /// <summary>How many kept buckets come before one.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="kept">1 if it has a row itself, else 0; a number, since no processor guesses which n-grams are kept.</param>
    public int RankOf(uint bucket, out int kept)
    {
        var bits = _bits[bucket >> 6];
        kept = (int)(bits >> (int)bucket) & 1;
        return _before[bucket >> 6] + BitOperations.PopCount(bits & ((1UL << (int)bucket) - 1));
    }
}
