using System.Diagnostics;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>The whole lexicon in all its languages, and topics made of its concepts.</summary>
internal sealed class LexiconRun(Report report)
{
    private const int Topics = 10_000;

    public void Run()
    {
        var before = Rounds.Memory();
        LexiconSnapshot lexicon = null!;
        var load = CpuOf(() => lexicon = LexiconSnapshot.LoadEmbedded());
        var countries = lexicon.Concepts.Where(c => c.Kind == "country").ToList();
        var themes = lexicon.Concepts.Where(c => c.Kind == "theme").ToList();
        List<(TopicDefinition Topic, int Version)> topics = [.. Enumerable.Range(0, Topics).Select(i => (new TopicDefinition($"t{i}", $"Topic {i}", Query(countries, themes, i)), 1))];
        TopicMatcher matcher = null!;
        var compile = CpuOf(() => matcher = TopicMatcher.Compile(lexicon, topics));
        var patterns = CpuOf(() =>
        {
            foreach (var language in lexicon.Languages) matcher.Find(new MatchInput("", "-", [language], "bench", null, []), []);
        });
        topics[5_000] = (topics[5_000].Topic with { Match = topics[1].Topic.Match }, 2);
        var changed = ThreadCpu.Of(() => matcher = matcher.Update(lexicon, topics));
        report.Line("## The whole lexicon");
        report.Line("");
        report.Line($"{lexicon.Concepts.Count:N0} concepts with {lexicon.Concepts.Sum(Count):N0} patterns in {lexicon.Languages.Count} languages, {matcher.TopicCount:N0} topics of three or four concepts under SENTENCE: read in {load.TotalSeconds:0.0} CPU s, topics compiled in {compile.TotalSeconds:0.0}, patterns of all languages in {patterns.TotalSeconds:0.0} (when the first article in each arrives; bar 3 s together), {(Rounds.Memory() - before) >> 20} MB (bar 400). One of {Topics:N0} topics changed in {changed.TotalMilliseconds:0} ms (bar 1 s).");
        report.Line("");
        GC.KeepAlive(matcher);
    }

    private static int Count(Concept concept) => concept.Patterns.Values.Sum(p => p.Full.Count + p.After.Count + p.Not.Count);

    private static string Pick(List<Concept> concepts, int n) => concepts[n % concepts.Count].Id;

    private static string Query(List<Concept> countries, List<Concept> themes, int i) =>
        $"({Pick(countries, i)} SENTENCE/1 {Pick(countries, (i * 7) + 3)}) SENTENCE/1 ({Pick(themes, i / 3)} OR {Pick(themes, (i * 5) + 1)})";

    private static TimeSpan CpuOf(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}
