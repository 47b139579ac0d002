using System.CommandLine;
using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary><c>agreement</c>: the matcher against the query language's table in code, on random queries and texts.</summary>
internal static class AgreementCommand
{
    public static Command Create()
    {
        var topics = new Option<int>("--topics") { Description = "Random topics.", DefaultValueFactory = _ => 1_000 };
        var articles = new Option<int>("--articles") { Description = "Random articles.", DefaultValueFactory = _ => 500 };
        var command = new Command("agreement", "Does the fast matcher answer as the naive evaluator does?") { topics, articles };
        command.SetAction(parsed =>
        {
            using var report = new Report("agreement", $"agreement --topics {parsed.GetValue(topics)} --articles {parsed.GetValue(articles)}");
            return Run(report, parsed.GetValue(topics), parsed.GetValue(articles));
        });
        return command;
    }

    private static int Run(Report report, int topics, int articles)
    {
        var concepts = NaiveEvaluator.Concepts.Select(c =>
            new Concept(c.Key, new Dictionary<string, string>(), [], new Dictionary<string, ConceptPatterns> { ["*"] = new(c.Value, [], []) }));
        var queries = Enumerable.Range(1, topics).Select(seed => new RandomQueries(seed).Query()).ToList();
        var matcher = TopicMatcher.Compile(new LexiconSnapshot(concepts, [], "naive"), [.. queries.Select((q, i) => (new TopicDefinition($"t{i}", "T", q), 1))]);
        var run = new AgreementRun(matcher, queries);
        Parallel.For(0, articles, article => run.Compare(1_000_000 + article));
        foreach (var difference in run.Differences.Order(StringComparer.Ordinal)) report.Line(difference);
        report.Line($"{topics:N0} topics x {articles:N0} articles: {run.Answers:N0} answers, {run.Matches:N0} matches, {run.Differences.Count} differ from the naive evaluator. The matcher took {run.MatcherTime.TotalSeconds:0} s of processor time, the naive evaluator {run.NaiveTime.TotalSeconds:0} s.");
        return run.Differences.IsEmpty ? 0 : 1;
    }
}
