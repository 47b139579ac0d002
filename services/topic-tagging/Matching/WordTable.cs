using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Numbers words: open addressing with linear probing over <see cref="SlotTags"/>. Grows by one writer at a time, read without locks: entries are
/// only ever added, into free slots.
/// </summary>
internal sealed class WordTable(CharArena arena)
{
    // Fuller tables make long walks for absent words, the most of a text; emptier ones leave the cache.
    private const double MaxLoad = 0.7;

    private Slots _slots = new(16);

    // What a hit reads next, side by side: one line of the cache instead of two.
    private (int Place, int Value)[] _entries = new (int, int)[8];

    public int Count { get; private set; }

    /// <summary>The word with a number.</summary>
    public ReadOnlySpan<char> this[int number] => arena[_entries[number].Place];

    /// <summary>
    /// Writes the numbers of all words of a text, -1 for those that are not there. One kind of read for all words after the other: the reads of a
    /// loop do not wait for each other, and most of the time of a large table is waiting for memory.
    /// </summary>
    public void FindAll(TokenStream stream, GrowingList<(int Token, int Found)> memory, GrowingList<int> numbers)
    {
        var slots = Volatile.Read(ref _slots);
        var entries = _entries;
        var target = numbers.Take(stream.Tokens.Length);
        target.Fill(-1);
        var found = memory.Take(target.Length);
        found = found[..slots.Tags.NextOfAll(stream.WordHashes, found)];
        for (var i = 0; i < found.Length; i++) found[i].Found = slots.Numbers[found[i].Found];
        for (var i = 0; i < found.Length; i++) target[found[i].Token] = entries[found[i].Found].Place;
        for (var i = 0; i < found.Length; i++)
        {
            var (token, number) = found[i];
            var word = stream.Folded(token);
            target[token] = arena[target[token]].SequenceEqual(word) ? number : Find(word, stream.WordHashes[token]);
        }
    }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var slots = Volatile.Read(ref _slots);
        var (tags, tag) = (slots.Tags, SlotTags.TagOf(hash));
        for (var slot = tags.Next(WordHash.Slot(hash, tags.Length), tag); slot >= 0; slot = tags.Next(tags.After(slot), tag))
        {
            if (this[slots.Numbers[slot]].SequenceEqual(word)) return slots.Numbers[slot];
        }

        return -1;
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
        if (Count + 1 > _slots.Tags.Length * MaxLoad) Resize((int)(_slots.Tags.Length * 1.5));
        _slots.Insert(hash, Count);
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
        var larger = new Slots(length);
        for (var number = 0; number < Count; number++) larger.Insert(WordHash.Of(this[number]), number);
        Volatile.Write(ref _slots, larger);
    }

    private sealed class Slots(int length)
    {
        public SlotTags Tags { get; } = new(length);

        public int[] Numbers { get; } = new int[length];

        public void Insert(uint hash, int number)
        {
            var slot = Tags.Free(WordHash.Slot(hash, length));
            Numbers[slot] = number;
            Tags.Take(slot, SlotTags.TagOf(hash));
        }
    }
}
