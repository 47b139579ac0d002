namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The words that a pattern matched: one range, or two when the pattern was a NEAR, in reading order.</summary>
internal readonly record struct Hit(TokenRange Left, TokenRange Right)
{
    public Hit(int first, int last)
        : this(new TokenRange(first, last), new TokenRange(first, last))
    {
    }

    public int First => Left.First;

    // The left range may be the longer one only when both are the same.
    public int Last => Right.Last;

    public bool IsSplit => Left != Right;

    /// <summary>In reading order, the longer one first; what is told apart only by its inner ends comes in some fixed order.</summary>
    public static int Compare(Hit a, Hit b)
    {
        if (a.First != b.First) return a.First.CompareTo(b.First);
        if (a.Last != b.Last) return b.Last.CompareTo(a.Last);
        return a.Left.Last != b.Left.Last ? a.Left.Last.CompareTo(b.Left.Last) : a.Right.First.CompareTo(b.Right.First);
    }

    public bool Overlaps(in Hit other) =>
        Left.Overlaps(other.Left) || Left.Overlaps(other.Right) || Right.Overlaps(other.Left) || Right.Overlaps(other.Right);
}
