using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Deals with the raw hits of one concept or compound.</summary>
internal static class OwnerHits
{
    /// <summary>Adds the hits that count, by concept.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="raw">The hits of one owner by role, full forms first.</param>
    /// <param name="target">Where they are added.</param>
    public static void AddCounting(LexiconSnapshot lexicon, ReadOnlySpan<OwnedHit> raw, GrowingList<OwnedHit> target)
    {
        var not = raw.Length;
        while (not > 0 && raw[not - 1].Role == PatternRole.Not) not--;
        var before = target.Count;
        foreach (var hit in raw[..not])
        {
            // Short forms come after the full ones, so by then it is known whether there is any.
            if (hit.Role == PatternRole.After && target.Count == before) return;
            if (IsGenuine(hit.Hit, raw[not..])) Add(lexicon, hit, target);
        }
    }

    private static void Add(LexiconSnapshot lexicon, in OwnedHit hit, GrowingList<OwnedHit> target)
    {
        if (hit.Owner < lexicon.Concepts.Count)
        {
            target.Add(hit with { Role = PatternRole.Full });
            return;
        }

        foreach (var id in lexicon.Compounds[hit.Owner - lexicon.Concepts.Count].Yields)
        {
            var concept = lexicon.OrdinalOf(id);
            if (concept >= 0) target.Add(new OwnedHit(concept, PatternRole.Full, hit.Hit));
        }
    }

    private static bool IsGenuine(in Hit hit, ReadOnlySpan<OwnedHit> falseFriends)
    {
        foreach (var not in falseFriends)
        {
            // A longer name of the concept itself that merely touches a false friend stays.
            if (not.Hit.Overlaps(hit) && !(hit.Left.Contains(not.Hit.Left) && hit.Left != not.Hit.Left)) return false;
        }

        return true;
    }
}
