namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What it took to match an article.</summary>
/// <param name="Candidates">Topics whose query was looked at.</param>
/// <param name="Matches">Topics whose query holds.</param>
internal readonly record struct MatchCounts(int Candidates, int Matches);
