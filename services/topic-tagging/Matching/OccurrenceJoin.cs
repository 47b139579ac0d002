using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Pairs the occurrences of two clauses that are near enough to each other. All pairs in ordinary articles, a bounded part in hostile ones.</summary>
/// <param name="stream">The article.</param>
/// <param name="between">The distance from an earlier to a later token; it never shrinks as they move apart.</param>
/// <param name="limit">The greatest distance allowed.</param>
/// <param name="ordered">The left occurrence comes first.</param>
internal sealed class OccurrenceJoin(TokenStream stream, Func<int, int, int> between, int limit, bool ordered)
{
    // No real article names anything so often; beyond it two occurrences per 16 words stand for the rest.
    private const int Crowd = 500;
    private const int CrowdWords = 16;
    private const int KeptPerCrowd = 2;
    private const int MaxPairs = 4_096;

    public List<Occurrence> Join(IReadOnlyList<Occurrence> left, IReadOnlyList<Occurrence> right)
    {
        var pairs = new List<Occurrence>();
        if (left.Count == 0 || right.Count == 0) return pairs;
        (left, right) = (Thin(left), Thin(right));
        var longest = right.Max(o => o.Last - o.First);
        var start = 0;
        foreach (var a in left)
        {
            while (start < right.Count && IsLeftBehind(right[start], longest, a)) start++;
            for (var i = start; i < right.Count; i++)
            {
                var b = right[i];
                if (b.First > a.Last && between(a.Last, b.First) > limit) break;
                if (Fits(a, b) && !a.ClashesWith(b)) pairs.Add(new Occurrence(a, b));
                if (pairs.Count >= MaxPairs && (pairs = OnePerInterval(pairs)).Count > MaxPairs / 2) return pairs;
            }
        }

        return Sorted(pairs);
    }

    // The same stretch of text held together by other words proves nothing new.
    private static List<Occurrence> OnePerInterval(List<Occurrence> pairs) => Sorted([.. pairs.DistinctBy(p => (p.First, p.Last))]);

    private static List<Occurrence> Sorted(List<Occurrence> pairs) => [.. pairs.OrderBy(p => p.First).ThenBy(p => p.Last)];

    private bool IsLeftBehind(Occurrence b, int longest, Occurrence a) =>
        b.First + longest < a.First && between(b.First + longest, a.First) > limit;

    private bool Fits(Occurrence a, Occurrence b)
    {
        if (a.Last < b.First) return between(a.Last, b.First) <= limit;
        if (ordered) return false;
        return b.Last >= a.First || between(b.Last, a.First) <= limit;
    }

    private IReadOnlyList<Occurrence> Thin(IReadOnlyList<Occurrence> occurrences)
    {
        if (occurrences.Count <= Crowd) return occurrences;
        return [.. occurrences.GroupBy(o => (stream.SentenceOf(o.First), stream.Tokens[o.First].Word / CrowdWords)).SelectMany(g => g.Take(KeptPerCrowd))];
    }
}
