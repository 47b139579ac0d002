using System.Diagnostics;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>Runs the matcher over documents or changes, measuring each.</summary>
internal static class Rounds
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    /// <summary>The bytes in use, exactly: asking the collector itself gives an answer to five per cent.</summary>
    public static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }

    /// <summary>Microseconds that cutting a document into words takes.</summary>
    public static double Tokenize(MatchInput[] inputs)
    {
        var builder = new TokenStreamBuilder();
        TimeSpan Round() => ThreadCpu.Of(() =>
        {
            foreach (var input in inputs) Tokenizer.Tokenize(input.Title, input.Text, FoldingProfile.Default, builder);
        });
        WarmUp(() => Round());
        return new[] { Round(), Round(), Round() }.Min().TotalMicroseconds / inputs.Length;
    }

    /// <summary>
    /// Repeats work until the runtime has compiled its hot paths for good, which it does in steps, in the background, while they run. A service
    /// that runs for days is measured by what comes after, and so are the peers.
    /// </summary>
    public static void WarmUp(Action work)
    {
        var begin = ThreadCpu.Now;
        do work();
        while (ThreadCpu.Now - begin < Warm);
    }

    /// <summary>Which topics match.</summary>
    public static DocumentTimes Find(TopicMatcher matcher, ReadOnlySpan<MatchInput> inputs)
    {
        var (measured, ids) = (new DocumentTimes(), new List<string>(100_000));
        foreach (var input in inputs)
        {
            ids.Clear();
            var (allocated, time) = (GC.GetAllocatedBytesForCurrentThread(), ThreadCpu.Now);
            var counts = matcher.Find(input, ids);
            measured.Add(ThreadCpu.Now - time, counts.Matches, counts.Candidates, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return measured;
    }

    /// <summary>Which topics match, three times: of each document the median time.</summary>
    public static DocumentTimes FindMedian(TopicMatcher matcher, ReadOnlySpan<MatchInput> inputs) =>
        DocumentTimes.Median(Find(matcher, inputs), Find(matcher, inputs), Find(matcher, inputs));

    /// <summary>Which topics match, with levels and evidence.</summary>
    public static DocumentTimes Match(TopicMatcher matcher, ReadOnlySpan<MatchInput> inputs)
    {
        var measured = new DocumentTimes();
        foreach (var input in inputs)
        {
            var (allocated, time) = (GC.GetAllocatedBytesForCurrentThread(), ThreadCpu.Now);
            var matches = matcher.Match(input);
            measured.Add(ThreadCpu.Now - time, matches.Count, 0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return measured;
    }

    /// <summary>Adds topics one by one and removes them again, each in a matcher of its own.</summary>
    public static (DocumentTimes Added, DocumentTimes Removed) Change(TopicMatcher matcher, IEnumerable<TopicDefinition> topics)
    {
        var (added, removed) = (new DocumentTimes(), new DocumentTimes());
        foreach (var topic in topics)
        {
            var time = ThreadCpu.Now;
            var larger = matcher.With(topic, 1) ?? throw new UnreachableException("A plain query is added step by step.");
            added.Add(ThreadCpu.Now - time, 0, 0, 0);
            time = ThreadCpu.Now;
            matcher = larger.Without(topic.Id) ?? throw new UnreachableException("A topic that nobody names is removed step by step.");
            removed.Add(ThreadCpu.Now - time, 0, 0, 0);
        }

        return (added, removed);
    }
}
