using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>One measurement of the matcher at several numbers of queries, and of the peers at one.</summary>
internal sealed class MatchingRun(Workload workload, Report report)
{
    private const int PeerQueries = 10_000;

    private readonly LexiconSnapshot _lexicon = LexiconSnapshot.LoadEmbedded();
    private readonly MatchInput[] _inputs = [.. workload.Documents.Select(d => new MatchInput("", d.Text, [d.Language], "bench", null, []))];

    public void Run(IReadOnlyList<int> counts, int peerDocuments)
    {
        new LexiconRun(report).Run();
        report.Line("## Queries");
        report.Line("");
        report.Line($"Corpus: {workload.Documents.Count} documents of about {workload.Documents.Average(d => d.Text.Length):0} characters; one thread, thread processor time, after two seconds of warming up; for each document the median of three rounds. `find` answers yes or no for every topic, `match` adds levels, evidence and passages for those that match.");
        report.Line("");
        report.Line($"Cutting a document into words takes {Rounds.Tokenize(_inputs):0} µs of what follows.");
        report.Line("");
        report.Line("| queries | find docs/s | matches/doc | candidates/match | p50 µs | p99 µs | p99/p50 | B/doc find | match docs/s | load CPU s | B/query | add µs p50/p99/max | remove µs p50/p99/max |");
        report.Line("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        var costs = counts.ToDictionary(count => count, count => Measure(count, workload.Queries(count), count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)));
        var fixedCosts = counts.Where(count => count >= FixedMatches.Base).ToDictionary(count => count, count => Measure(count, FixedMatches.Of(workload.Queries(count)), $"{count:N0}, fixed matches"));
        report.Line("");
        Growth("this workload (bar 0.7)", costs);
        Growth("the variant whose matches per document stay fixed (bar 0.3): the words of all queries after the first 1,000 are ones that no document has", fixedCosts);
        foreach (var count in counts) new AnswerCheck(workload, report).Compare(count, _inputs, Compile(count, workload.Queries(count)));
        if (peerDocuments > 0) new PeerRun(workload, report).Compare(PeerQueries, peerDocuments, _inputs, Compile(PeerQueries, workload.Queries(PeerQueries)));
    }

    private double Measure(int count, IReadOnlyList<string> queries, string name)
    {
        var topics = Topics(count, queries);
        var frequencies = Frequencies();
        // Tables that serve any number of queries are not counted.
        TopicMatcher.Compile(_lexicon, topics[..1]).Find(_inputs[0], []);
        TopicMatcher matcher = null!;
        var before = Rounds.Memory();
        var load = ThreadCpu.Of(() =>
        {
            matcher = TopicMatcher.Compile(_lexicon, topics, frequencies);
            matcher.Find(_inputs[0] with { Text = "" }, []);
        });
        var bytes = (double)(Rounds.Memory() - before) / count;
        Rounds.WarmUp(() => Rounds.Find(matcher, _inputs));
        var find = Rounds.FindMedian(matcher, _inputs);
        Rounds.Match(matcher, _inputs.AsSpan(0, 20));
        var match = Rounds.Match(matcher, _inputs.AsSpan(0, 100));
        Rounds.Change(TopicMatcher.Compile(_lexicon, topics[..100]), topics[^20..].Select((t, i) => t.Topic with { Id = $"new{i}" }));
        var (added, removed) = Rounds.Change(matcher, Topics(200, workload.Queries(count).TakeLast(200)).Select((t, i) => t.Topic with { Id = $"new{i}" }));
        report.Line($"| {name} | {find.DocumentsPerSecond:0} | {(double)find.Matches / find.Documents:0.0} | {(double)find.Candidates / find.Matches:0.00} | {find.Percentile(0.5):0} | {find.Percentile(0.99):0} | {find.Percentile(0.99) / find.Percentile(0.5):0.0} | {(double)find.Allocated / find.Documents:0} | {match.DocumentsPerSecond:0} | {load.TotalSeconds:0.00} | {bytes:0} | {Spread(added)} | {Spread(removed)} |");
        return find.MicrosecondsPerDocument;
    }

    private TopicMatcher Compile(int count, IReadOnlyList<string> queries) => TopicMatcher.Compile(_lexicon, Topics(count, queries), Frequencies());

    // Word counts come from the texts beside the workload, not from the documents that are matched.
    private WordFrequencies Frequencies()
    {
        var frequencies = new WordFrequencies();
        foreach (var document in workload.Training) frequencies.Add(Tokenizer.Tokenize("", document.Text, FoldingProfile.Default));
        return frequencies;
    }

    private static List<(TopicDefinition Topic, int Version)> Topics(int count, IEnumerable<string> queries) =>
        [.. queries.Take(count).Select((query, i) => (new TopicDefinition($"q{i}", $"q{i}", SExpression.Parse(query).ToQuery()), 1))];

    private void Growth(string of, Dictionary<int, double> costs)
    {
        if (costs.Count < 2) return;
        var (least, most) = (costs.Keys.Min(), costs.Keys.Max());
        report.Line($"Cost per document from {least:N0} to {most:N0} queries grows as Q^{Math.Log(costs[most] / costs[least]) / Math.Log((double)most / least):0.00} on {of}.");
        report.Line("");
    }

    private static string Spread(DocumentTimes m) => FormattableString.Invariant($"{m.Percentile(0.5):0} / {m.Percentile(0.99):0} / {m.Percentile(1):0}");
}
