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
        return slots.Tags[slot] == 0 ? absent : slots.Values[slot];
    }

    public void Set(ulong key, int value)
    {
        var slot = _slots.Of(key);
        if (_slots.Tags[slot] != 0)
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
            if (_slots.Tags[i] != 0) larger.Insert(_slots.Keys[i], _slots.Values[i]);
        }

        Volatile.Write(ref _slots, larger);
    }

    private sealed class Slots(int length)
    {
        public byte[] Tags { get; } = new byte[length];

        public ulong[] Keys { get; } = new ulong[length];

        public int[] Values { get; } = new int[length];

        /// <summary>The slot of a key, or the free one where it would be.</summary>
        public int Of(ulong key)
        {
            var mixed = Mix(key);
            var (tags, tag) = (Tags, TagOf(mixed));
            for (var slot = First(mixed); ; slot++)
            {
                if (slot == tags.Length) slot = 0;
                if (tags[slot] == 0 || (tags[slot] == tag && Keys[slot] == key)) return slot;
            }
        }

        public void Insert(ulong key, int value)
        {
            var slot = Of(key);
            // The tag last: who sees it sees key and value.
            (Keys[slot], Values[slot]) = (key, value);
            Volatile.Write(ref Tags[slot], TagOf(Mix(key)));
        }

        private int First(ulong mixed) => (int)((mixed >> 32) * (uint)Tags.Length >> 32);

        // Fibonacci hashing: the high half chooses the slot.
        private static ulong Mix(ulong key) => key * 0x9E3779B97F4A7C15;

        private static byte TagOf(ulong mixed) => (byte)((mixed >> 24) | 0x80);
    }
}
