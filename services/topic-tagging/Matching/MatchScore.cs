using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A number from 0 to 1 that only sorts: level first, then how much of the article and how early.</summary>
internal static class MatchScore
{
    private const double DensityWeight = 0.15;
    private const double PositionWeight = 0.10;

    public static double Of(TokenStream stream, TopicLevel level, IReadOnlyList<Occurrence> occurrences)
    {
        var score = level switch { TopicLevel.Main => 0.75, TopicLevel.Substantial => 0.45, _ => 0.1 };
        if (occurrences.Count > 0 && stream.Tokens.Length > 0)
        {
            var covered = occurrences.Select(o => stream.ParagraphOf(o.First)).Distinct().Count();
            score += DensityWeight * covered / stream.Paragraphs.Length;
            score += PositionWeight * (1 - (double)occurrences.Min(o => o.First) / stream.Tokens.Length);
        }

        return Math.Round(score, 3);
    }
}
