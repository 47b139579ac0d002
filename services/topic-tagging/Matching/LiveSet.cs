namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Which topics of an index articles are matched against. Immutable.</summary>
internal sealed class LiveSet
{
    private readonly ulong[] _words;

    private LiveSet(ulong[] words, int limit, int count) => (_words, Limit, Count) = (words, limit, count);

    /// <summary>All topics of the set are numbered below this.</summary>
    public int Limit { get; }

    public int Count { get; }

    /// <summary>The topics, in order.</summary>
    public IEnumerable<int> Topics => Enumerable.Range(0, Limit).Where(Has);

    public static LiveSet Of(IEnumerable<int> topics, int limit)
    {
        var (words, count) = (new ulong[(limit + 63) / 64], 0);
        foreach (var topic in topics)
        {
            words[topic >> 6] |= 1UL << topic;
            count++;
        }

        return new LiveSet(words, limit, count);
    }

    public bool Has(int topic) => topic < Limit && (_words[topic >> 6] & (1UL << topic)) != 0;

    /// <summary>The set with one topic more and one less; -1 for none.</summary>
    public LiveSet With(int added, int removed)
    {
        var limit = Math.Max(Limit, added + 1);
        var words = new ulong[(limit + 63) / 64];
        _words.CopyTo(words, 0);
        if (removed >= 0) words[removed >> 6] &= ~(1UL << removed);
        if (added >= 0) words[added >> 6] |= 1UL << added;
        return new LiveSet(words, limit, Count + (added >= 0 ? 1 : 0) - (removed >= 0 ? 1 : 0));
    }
}
