using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// AND over a whole article. It holds when every operand does; it <em>occurs</em> where all of them stand in one paragraph, the title and the
/// first paragraph counting as one, because a headline and its lede tell one thing.
/// </summary>
internal static class Conjunction
{
    // Not a paragraph's ordinal.
    private const int Head = -1;

    public static ClauseResult Evaluate(TokenStream stream, IReadOnlyList<ClauseResult> operands)
    {
        if (operands.Any(o => !o.Satisfied)) return ClauseResult.Unsatisfied;
        var placed = operands.Where(o => !o.Everywhere).ToList();
        if (placed.Count == 0) return ClauseResult.WholeArticle;
        if (placed.Count == 1) return placed[0];
        var meetings = ByParagraph(stream, placed[0]);
        foreach (var operand in placed.Skip(1))
        {
            var its = ByParagraph(stream, operand);
            meetings = meetings.Where(m => its.ContainsKey(m.Key)).ToDictionary(m => m.Key, m => new Occurrence(m.Value, its[m.Key]));
        }

        // The head says nothing new where the title or the lede holds them all by itself.
        if (meetings.ContainsKey(0) || meetings.ContainsKey(Layout.LedeOf(stream))) meetings.Remove(Head);
        return new ClauseResult(true, false, [.. meetings.Values.OrderBy(o => o.First).ThenBy(o => o.Last)]);
    }

    private static Dictionary<int, Occurrence> ByParagraph(TokenStream stream, ClauseResult result)
    {
        var first = new Dictionary<int, Occurrence>();
        var lede = Layout.LedeOf(stream);
        foreach (var occurrence in result.Occurrences)
        {
            var (from, to) = (stream.ParagraphOf(occurrence.First), stream.ParagraphOf(occurrence.Last));
            for (var paragraph = from; paragraph <= to; paragraph++) first.TryAdd(paragraph, occurrence);
            if ((from == 0 || from == lede) && (to == 0 || to == lede)) first.TryAdd(Head, occurrence);
        }

        return first;
    }
}
