using System.Globalization;
using System.Text;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>Writes an evaluation for the console.</summary>
internal static class EvaluationText
{
    /// <summary>The tables, and with <paramref name="mistakes"/> every wrong answer with its explanation.</summary>
    public static string Render(EvaluationResult result, bool mistakes)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Articles} articles").AppendLine().AppendLine();
        Table(text, "topic", result.ByTopic);
        text.AppendLine();
        Table(text, "language", result.ByLanguage);
        text.AppendLine();
        Table(text, "", new Dictionary<string, Tally> { ["all (micro average)"] = result.Total });
        foreach (var mistake in mistakes ? result.Mistakes : [])
        {
            text.AppendLine().Append(mistake.IsMiss ? "MISS " : "FALSE ALARM ").Append(mistake.Article.Id).Append(' ').Append(mistake.Article.Language).Append(' ').AppendLine(mistake.Article.Title);
            text.Append(ExplanationText.Render(mistake.Explanation));
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, string heading, IReadOnlyDictionary<string, Tally> rows)
    {
        var width = rows.Keys.Append(heading).Max(k => k.Length);
        text.Append(heading.PadRight(width)).AppendLine("  found  missed  false  precision  recall     F1");
        foreach (var (name, tally) in rows)
        {
            text.Append(name.PadRight(width))
                .AppendLine(string.Create(CultureInfo.InvariantCulture, $"  {tally.Found,5}  {tally.Missed,6}  {tally.FalseAlarms,5}  {tally.Precision,9:0.000}  {tally.Recall,6:0.000}  {tally.F1,5:0.000}"));
        }
    }
}
