using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Pairs the occurrences of two clauses that are near enough to each other: all pairs in ordinary articles, else what <see cref="CrowdedPairs"/> keeps.</summary>
/// <param name="stream">The article.</param>
/// <param name="kind">What is counted between them.</param>
/// <param name="limit">The greatest distance allowed.</param>
/// <param name="others">How many more words the rest of the query can ask for at most.</param>
internal sealed class OccurrenceJoin(TokenStream stream, ClauseKind kind, int limit, int others)
{
    // No real article has more pairs; from then on only those are kept that can make a difference.
    private const int Crowd = 2_000;
    private const int CrowdTries = 8 * Crowd;

    public List<Occurrence> Join(IReadOnlyList<Occurrence> left, IReadOnlyList<Occurrence> right)
    {
        if (left.Count == 0 || right.Count == 0) return [];
        if (AllPairs(left, right) is { } pairs) return Sorted(pairs);
        var crowd = new CrowdedPairs(others);
        foreach (var (a, b) in NearPairs(left, right))
        {
            if (!crowd.Add(a, b)) break;
        }

        return Sorted(crowd.Pairs);
    }

    private List<Occurrence>? AllPairs(IReadOnlyList<Occurrence> left, IReadOnlyList<Occurrence> right)
    {
        var (pairs, tried) = (new List<Occurrence>(), 0);
        foreach (var (a, b) in NearPairs(left, right))
        {
            if (!a.ClashesWith(b)) pairs.Add(new Occurrence(a, b));
            if (pairs.Count > Crowd || ++tried > CrowdTries) return null;
        }

        return pairs;
    }

    private IEnumerable<(Occurrence Left, Occurrence Right)> NearPairs(IReadOnlyList<Occurrence> left, IReadOnlyList<Occurrence> right)
    {
        var longest = right.Max(o => o.Last - o.First);
        var start = 0;
        foreach (var a in left)
        {
            while (start < right.Count && IsLeftBehind(right[start], longest, a)) start++;
            for (var i = start; i < right.Count; i++)
            {
                var b = right[i];
                if (b.First > a.Last && Between(a.Last, b.First) > limit) break;
                if (Fits(a, b)) yield return (a, b);
            }
        }
    }

    private static List<Occurrence> Sorted(List<Occurrence> pairs) => [.. pairs.OrderBy(p => p.First).ThenBy(p => p.Last)];

    private bool IsLeftBehind(Occurrence b, int longest, Occurrence a) =>
        b.First + longest < a.First && Between(b.First + longest, a.First) > limit;

    private bool Fits(Occurrence a, Occurrence b)
    {
        if (a.Last < b.First) return Between(a.Last, b.First) <= limit;
        if (kind == ClauseKind.OrderedNear) return false;
        return b.Last >= a.First || Between(b.Last, a.First) <= limit;
    }

    // Never shrinks as the two move apart.
    private int Between(int earlier, int later) => kind switch
    {
        ClauseKind.Sentence => stream.SentencesBetween(earlier, later),
        ClauseKind.Paragraph => stream.ParagraphsBetween(earlier, later),
        _ => stream.WordsBetween(earlier, later),
    };
}
