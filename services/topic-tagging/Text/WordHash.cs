using System.Runtime.CompilerServices;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>
/// The hash by which words are looked up. It rolls: the hash after k letters is the hash of the prefix of k letters, so stems are found without
/// hashing again (Fowler, Noll and Vo's FNV-1a over UTF-16 units; http://www.isthe.com/chongo/tech/comp/fnv/).
/// </summary>
internal static class WordHash
{
    public const uint Seed = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>2^32 divided by the golden ratio: spreads the low bits, where FNV is weakest, over the high ones, which choose the slot.</summary>
    public const uint Spread = 2654435769;

    public static uint Step(uint hash, char c) => (hash ^ c) * Prime;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word) hash = Step(hash, c);
        return hash;
    }

    /// <summary>A slot in a table of any size, without division (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(uint hash, int slots) => (int)(((ulong)(hash * Spread) * (uint)slots) >> 32);
}
