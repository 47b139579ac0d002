using System.Globalization;
using System.Text;
using NewsMonitor.TopicTagging.Topics.Examples;
using NewsMonitor.TopicTagging.Topics.Files;
using NewsMonitor.TopicTagging.Topics.Preview;

namespace NewsMonitor.Standalone.Commands;

/// <summary>Writes what happens to topics for the console.</summary>
internal static class TopicsText
{
    /// <summary>An import: what changes, and the counts.</summary>
    public static string Render(ImportResult result)
    {
        var text = new StringBuilder();
        foreach (var item in result.Items.Where(item => item.Outcome != ImportOutcome.Unchanged))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{item.Outcome.ToString().ToLowerInvariant(),-10}{item.Id ?? "?"} (line {item.Line}){(item.Changed is null ? "" : ": " + string.Join(", ", item.Changed))}");
            foreach (var line in (item.Errors ?? []).Concat((item.Forced ?? []).Select(forced => "in spite of: " + forced)).Concat(item.NotChecked ?? []))
                text.Append("          ").AppendLine(line);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{result.Added} added, {result.Changed} changed, {result.Unchanged} unchanged, {result.Refused} refused{(result.Saved ? "." : "; nothing was saved.")}");
        return text.ToString();
    }

    /// <summary>A preview: the basis first, because no figure means anything without it.</summary>
    public static string Render(PreviewReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"On {report.Basis.Sentence}:");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {report.Hits.Alerting} would alert; main {report.Hits.Main}, substantial {report.Hits.Substantial}, mention {report.Hits.Mention}");
        text.Append("  ").AppendLine(report.PerDay is { } perDay ? string.Create(CultureInfo.InvariantCulture, $"{perDay.Alerting:0.##} alerts a day") : report.PerDayReason);
        if (report.Against is { } against)
            text.AppendLine(CultureInfo.InvariantCulture, $"  against version {against.Version}: {against.Gained} gained, {against.Lost} lost");
        var measured = report.Cost.MillisecondsPerThousand is { } milliseconds ? string.Create(CultureInfo.InvariantCulture, $", {milliseconds:0} ms per 1,000 articles") : "";
        text.AppendLine(CultureInfo.InvariantCulture, $"  cost {report.Cost.Query}{measured}{(report.Cost.EveryArticle ? ", evaluated on every article" : "")}");
        if (report.Coverage.Count > 0)
            text.Append("  ").AppendLine(report.Coverage[0].Text);
        foreach (var test in report.Tests.Where(test => test.Outcome != ExampleOutcome.Passed))
            text.Append("  ! ").AppendLine(test.Sentence());
        Append(text, "", report.Samples);
        Append(text, "gained: ", report.Against?.GainedSamples ?? []);
        Append(text, "lost: ", report.Against?.LostSamples ?? []);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, IReadOnlyList<PreviewSample> samples)
    {
        foreach (var sample in samples)
        {
            var level = sample.Level is { } found ? found.ToString().ToLowerInvariant() + (sample.Alerts ? "" : ", alerts nobody") : "no match";
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{kind}{sample.Title}").AppendLine(CultureInfo.InvariantCulture, $"  {sample.Language}  {level}  {sample.Source}  {sample.Id}");
            foreach (var passage in sample.Passages)
                text.Append("    “").Append(passage.Text.ReplaceLineEndings(" ")).AppendLine("”");
        }
    }
}
