using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Finds the two phrases of a NEAR pattern within one sentence: for each left one the nearest right one on either side.</summary>
internal static class NearJoin
{
    public static IEnumerable<Hit> Join(TokenStream stream, List<TokenRange> left, List<TokenRange> right, PatternRule rule)
    {
        foreach (var range in left)
        {
            var after = FirstAfter(right, range.Last);
            if (after < right.Count && IsNear(stream, range.Last, right[after].First, rule.Distance)) yield return new Hit(range, right[after]);
            if (rule.Ordered) continue;
            var before = after - 1;
            while (before >= 0 && right[before].Last >= range.First) before--;
            if (before >= 0 && IsNear(stream, right[before].Last, range.First, rule.Distance)) yield return new Hit(right[before], range);
        }
    }

    private static bool IsNear(TokenStream stream, int earlier, int later, int distance) =>
        stream.SentenceOf(earlier) == stream.SentenceOf(later) && stream.WordsBetween(earlier, later) <= distance;

    private static int FirstAfter(List<TokenRange> ranges, int token)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First > token) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
