using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Numbers by 64-bit keys. Laid out, grown and read as <see cref="WordTable"/>.</summary>
internal sealed class KeyTable
{
    private const double MaxLoad = 0.7;

    private Slots _slots = new(16);
    private int _count;

    /// <summary>The number of a key, or <paramref name="absent"/>.</summary>
    public int Find(ulong key, int absent)
    {
        var slots = Volatile.Read(ref _slots);
        var slot = slots.Of(key);
        return slot < 0 ? absent : slots.Values[slot];
    }

    public void Set(ulong key, int value)
    {
        var slot = _slots.Of(key);
        if (slot >= 0)
        {
            Volatile.Write(ref _slots.Values[slot], value);
            return;
        }

        if (_count + 1 > _slots.Tags.Length * MaxLoad) Resize((int)(_slots.Tags.Length * 1.5));
        _slots.Insert(key, value);
        _count++;
    }

    public void Trim() => Resize((int)(_count / MaxLoad * 1.02) + 16);

    private void Resize(int length)
    {
        var larger = new Slots(length);
        for (var i = 0; i < _slots.Tags.Length; i++)
        {
            if (_slots.Tags.IsTaken(i)) larger.Insert(_slots.Keys[i], _slots.Values[i]);
        }

        Volatile.Write(ref _slots, larger);
    }

    private sealed class Slots(int length)
    {
        public SlotTags Tags { get; } = new(length);

        public ulong[] Keys { get; } = new ulong[length];

        public int[] Values { get; } = new int[length];

        /// <summary>The slot of a key, or -1.</summary>
        public int Of(ulong key)
        {
            var hash = HashOf(key);
            var (tags, tag) = (Tags, SlotTags.TagOf(hash));
            for (var slot = tags.Next(WordHash.Slot(hash, length), tag); slot >= 0; slot = tags.Next(tags.After(slot), tag))
            {
                if (Keys[slot] == key) return slot;
            }

            return -1;
        }

        public void Insert(ulong key, int value)
        {
            var hash = HashOf(key);
            var slot = Tags.Free(WordHash.Slot(hash, length));
            (Keys[slot], Values[slot]) = (key, value);
            Tags.Take(slot, SlotTags.TagOf(hash));
        }

        // Fibonacci hashing: the upper half is spread best.
        private static uint HashOf(ulong key) => (uint)((key * 0x9E3779B97F4A7C15) >> 32);
    }
}
