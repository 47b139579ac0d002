using System.Globalization;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>Compares the matcher's answers with the verified ones, and gives a reason for every difference.</summary>
internal sealed class AnswerCheck(Workload workload, Report report)
{
    public void Compare(int queries, MatchInput[] inputs, TopicMatcher matcher)
    {
        if (workload.Answers(queries) is not { } answers) return;
        var texts = workload.Queries(queries);
        var (same, unexplained, ids) = (0L, 0, new List<string>());
        var differences = new Dictionary<(int Query, string Reason), (int Missed, int Extra)>();
        foreach (var (document, expected) in answers)
        {
            ids.Clear();
            matcher.Find(inputs[document], ids);
            var found = ids.Select(id => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture)).ToHashSet();
            same += expected.Count(found.Contains);
            foreach (var query in expected.Except(found).Concat(found.Except(expected)))
            {
                var isMissed = expected.Contains(query);
                var reason = DifferenceReason.Of(workload.Documents[document].Text, SExpression.Parse(texts[query]), isMissed);
                if (reason == DifferenceReason.None) unexplained++;
                var (missed, extra) = differences.GetValueOrDefault((query, reason));
                differences[(query, reason)] = isMissed ? (missed + 1, extra) : (missed, extra + 1);
            }
        }

        report.Line($"## Answers at {queries:N0} queries");
        report.Line("");
        report.Line($"{answers.Count} documents, {same:N0} matches as verified, {differences.Values.Sum(d => d.Missed)} missed, {differences.Values.Sum(d => d.Extra)} beyond, {unexplained} of these without a reason by design.");
        report.Line("");
        if (differences.Count == 0) return;
        foreach (var kind in differences.GroupBy(d => d.Key.Reason[..d.Key.Reason.IndexOf(':', StringComparison.Ordinal)]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            report.Line($"- {DifferenceReason.Explain(kind.Key)} (query, word, +beyond −missed): {string.Join("; ", kind.OrderBy(d => d.Key).Select(d => $"{d.Key.Query} {d.Key.Reason[(kind.Key.Length + 2)..]} {Count(d.Value)}"))}");
        }

        report.Line("");
    }

    private static string Count((int Missed, int Extra) difference)
    {
        var (missed, extra) = difference;
        return missed == 0 ? $"+{extra}" : extra == 0 ? $"−{missed}" : $"+{extra} −{missed}";
    }
}
