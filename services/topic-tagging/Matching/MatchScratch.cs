using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The memory in which a thread matches one article after another.</summary>
internal sealed class MatchScratch
{
    // The memory for a longer text is not kept: it comes once in a while and would stay with every thread.
    private const int MaxKept = 1 << 18;

    [ThreadStatic]
    private static MatchScratch? _ofThread;

    public TokenStreamBuilder Builder { get; } = new();

    public Article Article { get; } = new();

    public QuickCheck Check { get; } = new();

    /// <summary>What the terms of the article lead to.</summary>
    public GrowingList<int> Links { get; } = new();

    public GrowingList<int> Roots { get; } = new();

    /// <summary>The candidates of the article, and those of them that match.</summary>
    public BitSet IsCandidate { get; } = new();

    public GrowingList<(int Topic, int Root)> Candidates { get; } = new();

    public GrowingList<int> Matches { get; } = new();

    /// <summary>The memory of the calling thread.</summary>
    public static MatchScratch OfThread => _ofThread ??= new MatchScratch();

    /// <summary>Gives the memory back when an article made it grow too large.</summary>
    public static void Release()
    {
        if (_ofThread is { } scratch && (scratch.Builder.Capacity > MaxKept || scratch.Article.Literals.Capacity > MaxKept)) _ofThread = null;
    }

    public void Begin(int topics)
    {
        foreach (var (topic, _) in Candidates.Span) IsCandidate.Remove(topic);
        Roots.Clear();
        Candidates.Clear();
        Matches.Clear();
        IsCandidate.Reserve(topics);
    }
}
