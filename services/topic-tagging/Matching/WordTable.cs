using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Numbers words: open addressing with linear probing, the hash beside the number, so that a word that is not there costs one look. Grows by one
/// writer at a time, read without locks: entries are only ever added, into free slots.
/// </summary>
internal sealed class WordTable(CharArena arena)
{
    // Fuller tables make absent words, the most of a text, slow; emptier ones leave the cache.
    private const double MaxLoad = 0.7;

    // Hash in the high half, number + 1 in the low one; 0 is free.
    private ulong[] _slots = new ulong[16];
    // What a hit reads next, side by side: one line of the cache instead of two.
    private (int Place, int Value)[] _entries = new (int, int)[8];

    public int Count { get; private set; }

    /// <summary>The word with a number.</summary>
    public ReadOnlySpan<char> this[int number] => arena[_entries[number].Place];

    /// <summary>
    /// Looks up all words of a text. Their first slots are read before any is compared: the reads do not wait for each other, and most of the
    /// time of a large table is waiting for memory.
    /// </summary>
    public void FindAll(TokenStream stream, GrowingList<ulong> first, GrowingList<int> numbers)
    {
        var slots = Volatile.Read(ref _slots);
        var (length, tokens) = (slots.Length, stream.Tokens.Length);
        var read = first.Take(tokens);
        var found = numbers.Take(tokens);
        for (var i = 0; i < read.Length; i++) read[i] = slots[WordHash.Slot(stream.Hash(i), length)];
        for (var i = 0; i < found.Length; i++)
        {
            var slot = read[i];
            if (slot == 0) found[i] = -1;
            else if ((uint)(slot >> 32) == stream.Hash(i) && this[(int)(uint)slot - 1].SequenceEqual(stream.Folded(i))) found[i] = (int)(uint)slot - 1;
            else found[i] = Find(stream.Folded(i), stream.Hash(i));
        }
    }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var slots = Volatile.Read(ref _slots);
        for (var i = WordHash.Slot(hash, slots.Length); ; i = i + 1 == slots.Length ? 0 : i + 1)
        {
            var slot = Volatile.Read(ref slots[i]);
            if (slot == 0) return -1;
            if ((uint)(slot >> 32) == hash && this[(int)(uint)slot - 1].SequenceEqual(word)) return (int)(uint)slot - 1;
        }
    }

    /// <summary>The number of a word, a new one if need be.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="place">Where the arena holds the word already; -1 when it does not.</param>
    public int Add(ReadOnlySpan<char> word, uint hash, int place = -1)
    {
        var known = Find(word, hash);
        if (known >= 0) return known;
        Storage.Reserve(ref _entries, Count + 1);
        _entries[Count] = (place >= 0 ? place : arena.Add(word), 0);
        if (Count + 1 > _slots.Length * MaxLoad) Resize((int)(_slots.Length * 1.5));
        Insert(_slots, ((ulong)hash << 32) | (uint)(Count + 1));
        return Count++;
    }

    /// <summary>Where the arena holds a word of this table.</summary>
    public int PlaceOf(int number) => _entries[number].Place;

    /// <summary>A number that the caller keeps with a word; 0 at first.</summary>
    public ref int Value(int number) => ref _entries[number].Value;

    public void Trim()
    {
        Storage.Trim(ref _entries, Count);
        Resize((int)(Count / MaxLoad * 1.02) + 16);
    }

    private void Resize(int length)
    {
        var larger = new ulong[length];
        foreach (var slot in _slots)
        {
            if (slot != 0) Insert(larger, slot);
        }

        Volatile.Write(ref _slots, larger);
    }

    private static void Insert(ulong[] slots, ulong entry)
    {
        var i = WordHash.Slot((uint)(entry >> 32), slots.Length);
        while (slots[i] != 0) i = i + 1 == slots.Length ? 0 : i + 1;
        Volatile.Write(ref slots[i], entry);
    }
}
