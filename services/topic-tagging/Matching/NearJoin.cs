using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Finds the two phrases of a NEAR pattern within one sentence: for each left one the nearest right one on either side.</summary>
internal static class NearJoin
{
    public static void Join(TokenStream stream, ReadOnlySpan<TokenRange> left, ReadOnlySpan<TokenRange> right, PatternRule rule, GrowingList<OwnedHit> target)
    {
        foreach (var range in left)
        {
            var after = FirstAfter(right, range.Last);
            if (after < right.Length && IsNear(stream, range.Last, right[after].First, rule.Distance)) target.Add(new OwnedHit(rule.Owner, rule.Role, new Hit(range, right[after])));
            if (rule.Ordered) continue;
            var before = after - 1;
            while (before >= 0 && right[before].Last >= range.First) before--;
            if (before >= 0 && IsNear(stream, right[before].Last, range.First, rule.Distance)) target.Add(new OwnedHit(rule.Owner, rule.Role, new Hit(right[before], range)));
        }
    }

    private static bool IsNear(TokenStream stream, int earlier, int later, int distance) =>
        stream.SentenceOf(earlier) == stream.SentenceOf(later) && stream.WordsBetween(earlier, later) <= distance;

    private static int FirstAfter(ReadOnlySpan<TokenRange> ranges, int token)
    {
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First > token) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
