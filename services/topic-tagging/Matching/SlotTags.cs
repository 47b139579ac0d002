using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// One byte a slot of a hash table with linear probing: 0 when it is free, else some bits of the hash of what it holds. Sixteen are compared at
/// once, as in Google's Swiss tables (https://abseil.io/about/design/swisstables), so that a key that is not there costs one look at memory that
/// the cache holds. One writer at a time, read without locks: slots are only ever taken.
/// </summary>
/// <param name="length">How many slots there are, 16 or more.</param>
internal sealed class SlotTags(int length)
{
    private static readonly int Group = Vector128<byte>.Count;

    // The first slots are repeated behind the last ones, so that no read goes over the end.
    private readonly byte[] _tags = new byte[length + Group];

    public int Length => length;

    /// <summary>True when the slot is taken.</summary>
    public bool IsTaken(int slot) => _tags[slot] != 0;

    /// <summary>The first slot with a tag, from a slot on and before the first free one; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int slot, byte tag)
    {
        var same = Compare(ref MemoryMarshal.GetArrayDataReference(_tags), slot, tag, out var free);
        if (same != 0) return Wrapped(slot + BitOperations.TrailingZeroCount(same));
        return free != 0 ? -1 : NextGroup(Wrapped(slot + Group), tag);
    }

    /// <summary>The slot after another.</summary>
    public int After(int slot) => Wrapped(slot + 1);

    /// <summary>The first free slot, from a slot on.</summary>
    public int Free(int slot)
    {
        while (IsTaken(slot)) slot = After(slot);
        return slot;
    }

    /// <summary>Takes a slot. What it holds is written before.</summary>
    public void Take(int slot, byte tag)
    {
        Volatile.Write(ref _tags[slot], tag);
        if (slot < Group) Volatile.Write(ref _tags[length + slot], tag);
    }

    /// <summary>Looks many hashes up, writes those whose tag is there, each with its first slot, and returns how many they are.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="found">Room for all of them.</param>
    public int NextOfAll(ReadOnlySpan<uint> hashes, Span<(int Index, int Slot)> found)
    {
        ref var tags = ref MemoryMarshal.GetArrayDataReference(_tags);
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = hashes[i];
            var slot = WordHash.Slot(hash, length);
            var same = Compare(ref tags, slot, TagOf(hash), out var free);
            var first = slot + BitOperations.TrailingZeroCount(same);
            if ((same | free) == 0)
            {
                first = NextGroup(Wrapped(slot + Group), TagOf(hash));
                same = first < 0 ? 0u : 1u;
            }

            // Whether a word is there cannot be foreseen, so this is no branch.
            found[count] = (i, Wrapped(first));
            count += same != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The tag of a hash.</summary>
    public static byte TagOf(uint hash) => (byte)((hash >> 8) | 0x80);

    // Slots that have the tag, before the first free one, a bit each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Compare(ref byte tags, int slot, byte tag, out uint free)
    {
        var group = Vector128.LoadUnsafe(ref tags, (nuint)slot);
        free = Vector128.Equals(group, Vector128<byte>.Zero).ExtractMostSignificantBits();
        return Vector128.Equals(group, Vector128.Create(tag)).ExtractMostSignificantBits() & (free ^ (free - 1));
    }

    private int NextGroup(int slot, byte tag)
    {
        while (true)
        {
            var same = Compare(ref MemoryMarshal.GetArrayDataReference(_tags), slot, tag, out var free);
            if (same != 0) return Wrapped(slot + BitOperations.TrailingZeroCount(same));
            if (free != 0) return -1;
            slot = Wrapped(slot + Group);
        }
    }

    private int Wrapped(int slot) => slot >= length ? slot - length : slot;
}
