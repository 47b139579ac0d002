using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>The peers on a sample of the documents, and the matcher on the same sample right before and after each, as in the first table.</summary>
internal sealed class PeerRun(Workload workload, Report report)
{
    private const int Batch = 100;

    public void Compare(int queries, int documents, MatchInput[] inputs, TopicMatcher matcher)
    {
        var sample = workload.Documents.Take(documents).ToArray();
        report.Line($"## Peers at {queries:N0} queries, {sample.Length} documents");
        report.Line("");
        report.Line("| peer | docs/s | matches/doc | matcher docs/s (find) | ratio | bar | matcher docs/s (match) | ratio |");
        report.Line("|---|---|---|---|---|---|---|---|");
        Rounds.WarmUp(() => Rounds.Find(matcher, inputs.AsSpan(0, sample.Length)));
        var lucene = new LucenePeer(workload.Queries(queries));
        Rounds.WarmUp(() => lucene.Match(sample.Take(Batch)));
        Compare($"Lucene.Net 4.8, batches of {Batch}", "60", inputs[..sample.Length], matcher, () => ByLucene(lucene, sample));
        if (!PostgresPeer.IsInstalled)
        {
            report.Line("| PostgreSQL | SKIPPED: /usr/lib/postgresql/15/bin is not there | | | | | | |");
            return;
        }

        using var postgres = new PostgresPeer(workload.Queries(queries));
        postgres.Match(sample[0]);
        var few = sample.Take(Math.Max(20, sample.Length / 4)).ToArray();
        Compare($"PostgreSQL 15, stored tsqueries, {few.Length} documents", "200", inputs[..few.Length], matcher, () => ByPostgres(postgres, few));
        report.Line("");
    }

    private void Compare(string peer, string bar, MatchInput[] inputs, TopicMatcher matcher, Func<(TimeSpan Time, long Matches)> run)
    {
        var before = Rounds.FindMedian(matcher, inputs);
        var (time, matches) = run();
        var after = Rounds.FindMedian(matcher, inputs);
        var full = Rounds.Match(matcher, inputs);
        var peerSpeed = inputs.Length / time.TotalSeconds;
        var speed = 2_000_000 / (before.MicrosecondsPerDocument + after.MicrosecondsPerDocument);
        report.Line($"| {peer} | {peerSpeed:0.0} | {(double)matches / inputs.Length:0.0} | {speed:0} | {speed / peerSpeed:0} | {bar} | {full.DocumentsPerSecond:0} | {full.DocumentsPerSecond / peerSpeed:0} |");
    }

    private static (TimeSpan Time, long Matches) ByLucene(LucenePeer lucene, WorkloadDocument[] sample)
    {
        var matches = 0L;
        var time = ThreadCpu.Of(() =>
        {
            foreach (var batch in sample.Chunk(Batch)) matches += lucene.Match(batch);
        });
        return (time, matches);
    }

    private static (TimeSpan Time, long Matches) ByPostgres(PostgresPeer postgres, WorkloadDocument[] sample)
    {
        var before = postgres.Cpu;
        var matches = sample.Sum(document => (long)postgres.Match(document));
        return (postgres.Cpu - before, matches);
    }
}
