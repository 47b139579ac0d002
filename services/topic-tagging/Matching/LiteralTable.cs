using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Numbers the words and phrases of queries as they are written, each word kept once. Grows by one writer at a time, read without locks.
/// </summary>
internal sealed class LiteralTable
{
    private const double MaxLoad = 0.7;

    private readonly WordTable _words;
    private int[] _starts = [0];
    private int[] _wordIds = [];
    private int[] _slots = new int[16];

    public LiteralTable() => _words = new WordTable(Arena);

    /// <summary>Holds the words; the indexes that are made of them may keep theirs here too.</summary>
    public CharArena Arena { get; } = new();

    public int Count { get; private set; }

    /// <summary>The number of a word or phrase, a new one if need be.</summary>
    public int Add(string pattern)
    {
        Span<int> words = stackalloc int[QueryWords.MaxPhraseWords];
        var count = 0;
        foreach (var range in pattern.AsSpan().Split(' '))
        {
            var word = pattern.AsSpan()[range];
            if (word.Length > 0) words[count++] = _words.Add(word, WordHash.Of(word));
        }

        var literal = Find(words[..count]);
        return literal >= 0 ? literal : Append(words[..count]);
    }

    /// <summary>The number of a word or phrase that was added.</summary>
    public int NumberOf(string pattern)
    {
        Span<int> words = stackalloc int[QueryWords.MaxPhraseWords];
        var count = 0;
        foreach (var range in pattern.AsSpan().Split(' '))
        {
            var word = pattern.AsSpan()[range];
            if (word.Length > 0) words[count++] = _words.Find(word, WordHash.Of(word));
        }

        return Find(words[..count]);
    }

    /// <summary>The words of a literal.</summary>
    public string[] WordsOf(int literal)
    {
        var ids = _wordIds.AsSpan(_starts[literal].._starts[literal + 1]);
        var words = new string[ids.Length];
        for (var i = 0; i < words.Length; i++) words[i] = _words[ids[i]].ToString();
        return words;
    }

    public int WordCount(int literal) => _starts[literal + 1] - _starts[literal];

    public ReadOnlySpan<char> Word(int literal, int index) => _words[_wordIds[_starts[literal] + index]];

    /// <summary>A literal as written.</summary>
    public string PatternOf(int literal) => string.Join(' ', WordsOf(literal));

    /// <summary>Where the arena holds a literal of one word; -1 for a phrase.</summary>
    public int PlaceOf(int literal)
    {
        var start = _starts[literal];
        return _starts[literal + 1] - start == 1 ? _words.PlaceOf(_wordIds[start]) : -1;
    }

    public void Trim()
    {
        Arena.Trim();
        _words.Trim();
        Storage.Trim(ref _starts, Count + 1);
        Storage.Trim(ref _wordIds, _starts[Count]);
        Resize((int)(Count / MaxLoad * 1.02) + 16);
    }

    private int Append(ReadOnlySpan<int> words)
    {
        var end = _starts[Count] + words.Length;
        Storage.Reserve(ref _wordIds, end);
        Storage.Reserve(ref _starts, Count + 2);
        words.CopyTo(_wordIds.AsSpan(_starts[Count]));
        _starts[Count + 1] = end;
        if (Count + 1 > _slots.Length * MaxLoad) Resize((int)(_slots.Length * 1.5));
        Insert(_slots, Count);
        return Count++;
    }

    private int Find(ReadOnlySpan<int> words)
    {
        var slots = Volatile.Read(ref _slots);
        for (var i = WordHash.Slot(Hash(words), slots.Length); Volatile.Read(ref slots[i]) != 0; i = i + 1 == slots.Length ? 0 : i + 1)
        {
            var literal = slots[i] - 1;
            if (_wordIds.AsSpan(_starts[literal].._starts[literal + 1]).SequenceEqual(words)) return literal;
        }

        return -1;
    }

    private void Resize(int length)
    {
        var larger = new int[length];
        for (var literal = 0; literal < Count; literal++) Insert(larger, literal);
        Volatile.Write(ref _slots, larger);
    }

    private void Insert(int[] slots, int literal)
    {
        var i = WordHash.Slot(Hash(_wordIds.AsSpan(_starts[literal].._starts[literal + 1])), slots.Length);
        while (slots[i] != 0) i = i + 1 == slots.Length ? 0 : i + 1;
        Volatile.Write(ref slots[i], literal + 1);
    }

    private static uint Hash(ReadOnlySpan<int> words)
    {
        var hash = WordHash.Seed;
        foreach (var word in words) hash = WordHash.Step(WordHash.Step(hash, (char)word), (char)(word >> 16));
        return hash;
    }
}
