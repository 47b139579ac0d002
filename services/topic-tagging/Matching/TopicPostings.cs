using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The topics that become candidates when a term is found, as linked lists. Grows by one writer at a time, read without locks.</summary>
internal sealed class TopicPostings
{
    // By term, the number + 1 of its first link; 0 when it has none.
    private int[] _heads = [];

    // The root of the topic's query in the high half: what is read next when the term is found. The number + 1 of the next link in the low one.
    private ulong[] _links = [];
    private int _count;

    /// <summary>Adds the roots of the queries of all given terms. Heads are read before links: reads that do not wait for each other.</summary>
    public void Collect(ReadOnlySpan<int> terms, GrowingList<int> links, GrowingList<int> roots)
    {
        links.Clear();
        var heads = _heads;
        foreach (var term in terms)
        {
            if (term < heads.Length && heads[term] != 0) links.Add(heads[term]);
        }

        foreach (var first in links.Span)
        {
            for (var link = first; link != 0;) roots.Add(Root(link, out link));
        }
    }

    private int Root(int link, out int next)
    {
        var packed = _links[link - 1];
        next = (int)(uint)packed;
        return (int)(packed >> 32);
    }

    public void Add(int term, int root)
    {
        Storage.Reserve(ref _heads, term + 1);
        Storage.Reserve(ref _links, _count + 1);
        _links[_count] = ((ulong)root << 32) | (uint)_heads[term];
        Volatile.Write(ref _heads[term], ++_count);
    }

    /// <summary>Lays the links of each term side by side, so that walking along them is reading ahead. Nobody may read meanwhile.</summary>
    public void Trim(int terms)
    {
        var links = new ulong[_count + (_count / 64) + 4];
        var count = 0;
        for (var term = 0; term < Math.Min(terms, _heads.Length); term++)
        {
            var head = _heads[term] == 0 ? 0 : count + 1;
            for (var link = _heads[term]; link != 0;)
            {
                var root = Root(link, out link);
                links[count++] = ((ulong)root << 32) | (uint)(link == 0 ? 0 : count + 1);
            }

            _heads[term] = head;
        }

        _links = links;
        Storage.Trim(ref _heads, terms);
    }
}
