using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary><c>lexicon-load</c>: how long the lexicon and many topics take to be ready, and how much memory they hold.</summary>
internal static class LexiconLoadCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--topics") { Description = "How many topics.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("lexicon-load", "Time and memory of the lexicon with many topics.") { count };
        command.SetAction(parsed => Run(parsed.GetValue(count)));
        return command;
    }

    private static int Run(int count)
    {
        var watch = Stopwatch.StartNew();
        var lexicon = LexiconSnapshot.LoadEmbedded();
        Report($"lexicon read: {lexicon.Concepts.Count} concepts, {lexicon.Concepts.Sum(c => c.Patterns.Values.Sum(p => p.Full.Count + p.After.Count + p.Not.Count))} patterns, {lexicon.Languages.Count} languages", watch);
        var topics = Topics(lexicon, count);
        watch.Restart();
        var matcher = TopicMatcher.Compile(lexicon, topics);
        Report($"{matcher.TopicCount} topics compiled", watch);
        watch.Restart();
        foreach (var language in lexicon.WholeLanguages.Order(StringComparer.Ordinal))
            LexiconIndex.Of(lexicon).Find(Tokenizer.Tokenize("", "word", Folding.ProfileOf(language)), [language], Folding.ProfileOf(language));
        Report("the patterns of the thirty languages compiled, which articles in them do one by one", watch);
        GC.KeepAlive(matcher);
        return 0;
    }

    private static List<(TopicDefinition, int)> Topics(LexiconSnapshot lexicon, int count)
    {
        var ids = lexicon.Concepts.Where(c => c.Kind is not Concept.UnitKind).Select(c => c.Id).ToList();
        var themes = ids.FindAll(id => id.StartsWith("theme:", StringComparison.Ordinal));
        return [.. Enumerable.Range(0, count).Select(i => (new TopicDefinition($"t{i}", $"Topic {i}", $"({ids[i * 7 % ids.Count]} SENTENCE/1 {ids[((i * 13) + 1) % ids.Count]}) AND ({themes[i % themes.Count]} OR word{i})"), 1))];
    }

    private static void Report(string what, Stopwatch watch) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{watch.ElapsedMilliseconds,6} ms  {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,6:0} MiB held  {what}"));
}
