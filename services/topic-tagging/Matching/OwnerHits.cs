namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The raw hits of a concept or compound, before short and false forms are dealt with.</summary>
internal sealed class OwnerHits
{
    private readonly List<Hit>[] _byRole = [[], [], []];

    public List<Hit> this[PatternRole role] => _byRole[(int)role];

    /// <summary>The hits that count.</summary>
    public IEnumerable<Hit> Counting()
    {
        var full = this[PatternRole.Full].Where(IsGenuine).ToList();
        return full.Count == 0 ? full : full.Concat(this[PatternRole.After].Where(IsGenuine));
    }

    private bool IsGenuine(Hit hit)
    {
        foreach (var not in this[PatternRole.Not])
        {
            // A longer name of the concept itself that merely touches a false friend stays.
            if (not.Overlaps(hit) && !(hit.Left.Contains(not.Left) && hit.Left != not.Left)) return false;
        }

        return true;
    }
}
