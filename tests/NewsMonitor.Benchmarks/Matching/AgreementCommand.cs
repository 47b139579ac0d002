using System.CommandLine;
using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;
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
        var parsed = queries.ConvertAll(QueryParser.Parse);
        var matcher = TopicMatcher.Compile(new LexiconSnapshot(concepts, [], "naive"), [.. queries.Select((q, i) => (new TopicDefinition($"t{i}", "T", q), 1))]);
        var (pairs, matches, differences, found) = (0, 0, 0, new HashSet<string>());
        foreach (var seed in Enumerable.Range(1_000_000, articles))
        {
            var random = new RandomQueries(seed);
            var (title, body) = (random.Text(), random.Text());
            var naive = new NaiveEvaluator(Tokenizer.Tokenize(title, body, FoldingProfile.Default));
            found.Clear();
            matcher.Find(new MatchInput(title, body, ["en"], "bench", null, []), found);
            matches += found.Count;
            for (var i = 0; i < topics; i++, pairs++)
            {
                if (naive.Holds(parsed[i]) == found.Contains($"t{i}")) continue;
                differences++;
                report.Line($"{(found.Contains($"t{i}") ? "BEYOND" : "MISSED")}: {queries[i]} on {title.ReplaceLineEndings(" ")} / {body.ReplaceLineEndings(" ")}");
            }
        }

        report.Line($"{topics:N0} topics x {articles:N0} articles: {pairs:N0} answers, {matches:N0} matches, {differences} differ from the naive evaluator.");
        return differences == 0 ? 0 : 1;
    }
}
