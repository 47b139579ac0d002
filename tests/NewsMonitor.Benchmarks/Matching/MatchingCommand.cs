using System.CommandLine;
using System.Globalization;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary><c>matching</c>: the matcher on the shared workload, beside its peers.</summary>
internal static class MatchingCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The workload: docs-1000.tsv.xz, train-1000.tsv.xz, queries-100000.tsv.xz and the verified answers." };
        var queries = new Option<string>("--queries") { Description = "Numbers of queries.", DefaultValueFactory = _ => "1000,10000,100000" };
        var peers = new Option<int>("--peers") { Description = "Documents for the peers, at 10,000 queries; 0 to leave them out.", DefaultValueFactory = _ => 200 };
        var command = new Command("matching", "Speed, memory and answers of the matcher, on one thread, in thread processor time.") { folder, queries, peers };
        command.SetAction(parsed =>
        {
            var counts = parsed.GetValue(queries)!.Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
            using var report = new Report("matching", $"matching {parsed.GetValue(folder)} --queries {parsed.GetValue(queries)} --peers {parsed.GetValue(peers)}");
            new MatchingRun(new Workload(parsed.GetValue(folder)!), report).Run(counts, parsed.GetValue(peers));
        });
        return command;
    }
}
