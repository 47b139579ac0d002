using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Whether two terms stand near each other anywhere: one merge over both rows of places, which are in reading order.</summary>
internal static class SpanJoin
{
    /// <summary>True when a place of each, sharing no word, are at most <paramref name="distance"/> apart.</summary>
    public static bool Meet(TokenStream stream, ReadOnlySpan<TokenRange> left, ReadOnlySpan<TokenRange> right, NodeKind kind, int distance)
    {
        var (after, before) = (0, -1);
        foreach (var place in left)
        {
            // The nearest on either side decides: distances never shrink as places move apart.
            while (after < right.Length && right[after].First <= place.Last) after++;
            if (after < right.Length && Between(stream, kind, place.Last, right[after].First) <= distance) return true;
            if (kind == NodeKind.OrderedNear) continue;
            while (before + 1 < right.Length && right[before + 1].Last < place.First) before++;
            if (before >= 0 && Between(stream, kind, right[before].Last, place.First) <= distance) return true;
        }

        return false;
    }

    private static int Between(TokenStream stream, NodeKind kind, int earlier, int later) => kind switch
    {
        NodeKind.Sentence => stream.SentencesBetween(earlier, later),
        NodeKind.Paragraph => stream.ParagraphsBetween(earlier, later),
        _ => stream.WordsBetween(earlier, later),
    };
}
