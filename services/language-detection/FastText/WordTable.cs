using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>The words that have vectors of their own: open addressing on the 32-bit FNV-1a hash that the caller has at hand anyway.</summary>
internal sealed class WordTable
{
    private readonly int[] _slots;
    private readonly byte[][] _words;
    private readonly int _mask;

    /// <summary>An empty table.</summary>
    /// <param name="capacity">How many words will be added.</param>
    public WordTable(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, capacity * 2));
        _slots = new int[size];
        _mask = size - 1;
        _words = new byte[capacity][];
    }

    /// <summary>Adds a word under its row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> word, int row)
    {
        var slot = (int)SubwordHash.Of(word) & _mask;
        while (_slots[slot] != 0)
            slot = (slot + 1) & _mask;
        _slots[slot] = row + 1;
        _words[row] = word.ToArray();
    }

    /// <summary>The row of a word, or -1.</summary>
    /// <param name="word">The word, UTF-8.</param>
    /// <param name="hash">Its <see cref="SubwordHash"/>.</param>
    public int Find(ReadOnlySpan<byte> word, uint hash)
    {
        for (var slot = (int)hash & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (word.SequenceEqual(_words[_slots[slot] - 1]))
                return _slots[slot] - 1;
        }
        return -1;
    }
}
