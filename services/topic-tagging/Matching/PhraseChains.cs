namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Phrases behind the keys that they are found by, as linked lists: adding one in front disturbs nobody who walks along.</summary>
internal sealed class PhraseChains
{
    private (Phrase Phrase, int Id, int Next)[] _links = [];
    private int _count;

    public int Count => _count;

    public ref readonly (Phrase Phrase, int Id, int Next) this[int link] => ref _links[link];

    /// <summary>Puts a phrase in front of a chain and returns the chain's new head.</summary>
    public int Add(Phrase phrase, int id, int head)
    {
        if (head >= 0 && _links[head].Id == id) return head;
        Storage.Reserve(ref _links, _count + 1);
        _links[_count] = (phrase, id, head);
        return _count++;
    }

    public void Trim() => Storage.Trim(ref _links, _count);
}
