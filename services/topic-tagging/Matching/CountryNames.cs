using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Between countries the longest name wins: North Korea is not Korea, Papua New Guinea is not Guinea.</summary>
internal static class CountryNames
{
    public static void KeepLongest(LexiconSnapshot lexicon, Dictionary<int, List<Hit>> hits)
    {
        var countries = hits.Where(h => lexicon[h.Key].Kind == Concept.CountryKind).ToList();
        if (countries.Count < 2) return;
        var all = countries.SelectMany(c => c.Value.Select(h => (Country: c.Key, Range: new TokenRange(h.First, h.Last))))
            .OrderBy(h => h.Range.First).ThenByDescending(h => h.Range.Last).ToList();
        var swallowed = new HashSet<(int, TokenRange)>();
        var (longest, owner) = (new TokenRange(-1, -1), -1);
        foreach (var (country, range) in all)
        {
            if (longest.Contains(range) && longest != range && owner != country) swallowed.Add((country, range));
            else if (range.Last > longest.Last) (longest, owner) = (range, country);
        }

        if (swallowed.Count == 0) return;
        foreach (var (country, list) in countries)
        {
            list.RemoveAll(h => swallowed.Contains((country, new TokenRange(h.First, h.Last))));
            if (list.Count == 0) hits.Remove(country);
        }
    }
}
