namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Adjacent tokens, both ends included.</summary>
internal readonly record struct TokenRange(int First, int Last)
{
    public bool Overlaps(TokenRange other) => First <= other.Last && other.First <= Last;

    public bool Contains(TokenRange other) => First <= other.First && other.Last <= Last;
}
