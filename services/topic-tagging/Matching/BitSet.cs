namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A set of small numbers, one bit each. Who adds few of many removes what was added instead of clearing all.</summary>
internal sealed class BitSet
{
    private ulong[] _words = [];

    /// <summary>Makes room for the numbers below <paramref name="count"/>.</summary>
    public void Reserve(int count)
    {
        var words = (count + 63) / 64;
        if (_words.Length < words) Array.Resize(ref _words, words + (words / 4));
    }

    public bool Has(int number) => (_words[number >> 6] & (1UL << number)) != 0;

    /// <summary>Adds a number; false when it was in already.</summary>
    public bool Add(int number)
    {
        ref var word = ref _words[number >> 6];
        var bit = 1UL << number;
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }

    public void Remove(int number) => _words[number >> 6] &= ~(1UL << number);
}
