using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Between countries the longest name wins: North Korea is not Korea, Papua New Guinea is not Guinea.</summary>
internal static class CountryNames
{
    [ThreadStatic]
    private static List<(int Index, TokenRange Range)>? _countries;

    /// <summary>Removes the hits inside a longer name of another country.</summary>
    public static void KeepLongest(LexiconSnapshot lexicon, GrowingList<OwnedHit> hits)
    {
        var countries = _countries ??= [];
        countries.Clear();
        for (var i = 0; i < hits.Count; i++)
        {
            if (lexicon[hits[i].Owner].Kind == Concept.CountryKind) countries.Add((i, new TokenRange(hits[i].Hit.First, hits[i].Hit.Last)));
        }

        if (countries.Count < 2) return;
        countries.Sort(static (a, b) => a.Range.First != b.Range.First ? a.Range.First.CompareTo(b.Range.First) : a.Range.Last != b.Range.Last ? b.Range.Last.CompareTo(a.Range.Last) : a.Index.CompareTo(b.Index));
        var (longest, owner, swallowed) = (new TokenRange(-1, -1), -1, false);
        foreach (var (index, range) in countries)
        {
            if (longest.Contains(range) && longest != range && owner != hits[index].Owner)
            {
                hits[index] = hits[index] with { Owner = -1 };
                swallowed = true;
            }
            else if (range.Last > longest.Last)
            {
                (longest, owner) = (range, hits[index].Owner);
            }
        }

        if (swallowed) DropSwallowed(hits);
    }

    private static void DropSwallowed(GrowingList<OwnedHit> hits)
    {
        var kept = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Owner >= 0) hits[kept++] = hits[i];
        }

        hits.RemoveFrom(kept);
    }
}
