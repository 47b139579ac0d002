using System.Globalization;
using System.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Writes an explanation for the console.</summary>
internal static class ExplanationText
{
    private const int MaxClause = 100;
    private const int MaxSpans = 4;

    public static string Render(TopicExplanation explanation)
    {
        var text = new StringBuilder();
        var verdict = explanation.Matched
            ? string.Create(CultureInfo.InvariantCulture, $"{explanation.Level.ToString()!.ToLowerInvariant()} {explanation.Score:0.00}: {explanation.LevelReason}")
            : "no match";
        text.Append(explanation.Name).Append(" (").Append(explanation.TopicId).Append("): ").AppendLine(verdict);
        Append(text, explanation.Root, 1);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ClauseExplanation clause, int depth)
    {
        text.Append(' ', depth * 2).Append(clause.Satisfied ? "+ " : "- ").Append(Shortened(clause.Clause)).Append("  ").Append(clause.Reason);
        if (clause.Concept is not null && clause.Concept != clause.Clause) text.Append(" as ").Append(clause.Concept);
        if (clause.Spans.Count > 0) text.Append(": ").AppendJoin(", ", clause.Spans.Take(MaxSpans).Select(s => $"‘{s.Text.ReplaceLineEndings(" ")}’"));
        text.AppendLine();
        foreach (var child in clause.Children) Append(text, child, depth + 1);
    }

    private static string Shortened(string clause) => clause.Length <= MaxClause ? clause : string.Concat(clause.AsSpan(0, MaxClause), "…");
}
