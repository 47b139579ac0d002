namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Numbers by 64-bit keys, which must not be 0. Open addressing; grows and is read as <see cref="WordTable"/>.</summary>
internal sealed class KeyTable
{
    private const double MaxLoad = 0.7;

    private Slots _slots = new(16);
    private int _count;

    /// <summary>The number of a key, or <paramref name="absent"/>.</summary>
    public int Find(ulong key, int absent)
    {
        var slots = Volatile.Read(ref _slots);
        for (var i = SlotOf(key, slots.Keys.Length); ; i = i + 1 == slots.Keys.Length ? 0 : i + 1)
        {
            if (slots.Keys[i] == key) return slots.Values[i];
            if (slots.Keys[i] == 0) return absent;
        }
    }

    public void Set(ulong key, int value)
    {
        var i = SlotOf(key, _slots.Keys.Length);
        while (_slots.Keys[i] != 0 && _slots.Keys[i] != key) i = i + 1 == _slots.Keys.Length ? 0 : i + 1;
        if (_slots.Keys[i] == key)
        {
            Volatile.Write(ref _slots.Values[i], value);
            return;
        }

        if (_count + 1 > _slots.Keys.Length * MaxLoad) Resize((int)(_slots.Keys.Length * 1.5));
        Insert(_slots, key, value);
        _count++;
    }

    public void Trim() => Resize((int)(_count / MaxLoad * 1.02) + 16);

    private void Resize(int length)
    {
        var larger = new Slots(length);
        for (var i = 0; i < _slots.Keys.Length; i++)
        {
            if (_slots.Keys[i] != 0) Insert(larger, _slots.Keys[i], _slots.Values[i]);
        }

        Volatile.Write(ref _slots, larger);
    }

    private static void Insert(Slots slots, ulong key, int value)
    {
        var i = SlotOf(key, slots.Keys.Length);
        while (slots.Keys[i] != 0) i = i + 1 == slots.Keys.Length ? 0 : i + 1;
        // The value first: who sees the key sees its value.
        slots.Values[i] = value;
        Volatile.Write(ref slots.Keys[i], key);
    }

    // Fibonacci hashing, then the high half scaled to the table's size.
    private static int SlotOf(ulong key, int length) => (int)(((key * 0x9E3779B97F4A7C15) >> 32) * (uint)length >> 32);

    private sealed class Slots(int length)
    {
        public ulong[] Keys { get; } = new ulong[length];

        public int[] Values { get; } = new int[length];
    }
}
