using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>Counts and ratios that do not depend on the machine; the benchmarks measure time.</summary>
[Collection(MeasuredAlone.Name)]
public class MatchingCostTests
{
    private const int Queries = 20_000;

    private static readonly SyntheticWorkload Workload = new(7);
    private static readonly List<(TopicDefinition Topic, int Version)> Topics = Workload.Topics(Queries);
    private static readonly MatchInput[] Texts = [.. Enumerable.Range(0, 40).Select(_ => Workload.Text(300))];

    private static TopicMatcher Matcher(int queries) => TopicMatcher.Compile(SmallLexicon.Lexicon, Topics.GetRange(0, queries), Frequencies());

    private static WordFrequencies Frequencies()
    {
        var frequencies = new WordFrequencies();
        foreach (var _ in Enumerable.Range(0, 200)) frequencies.Add(Tokenizer.Tokenize("", Workload.Text(300).Text, FoldingProfile.Default));
        return frequencies;
    }

    // Asked to collect by itself, the runtime answers to five per cent of all memory.
    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }

    [Fact]
    public void Few_topics_are_looked_at_that_do_not_match()
    {
        var matcher = Matcher(5_000);
        var counts = Texts.Select(text => matcher.Find(text, new List<string>())).ToList();
        Assert.InRange(counts.Sum(c => c.Matches), 1_000, int.MaxValue);
        Assert.InRange(counts.Sum(c => (double)c.Candidates) / counts.Sum(c => c.Matches), 1, 6);
    }

    [Fact]
    public void Finding_the_topics_of_a_text_allocates_nothing()
    {
        var (matcher, found) = (Matcher(5_000), new List<string>(5_000));
        // The first round makes the memory large enough; code that is not optimised yet puts structs into boxes for some more.
        var allocated = long.MaxValue;
        for (var round = 0; round < 1_000 && allocated > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var text in Texts)
            {
                found.Clear();
                matcher.Find(text, found);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_query_takes_half_a_kilobyte()
    {
        var frequencies = Frequencies();
        var before = Memory();
        var matcher = TopicMatcher.Compile(SmallLexicon.Lexicon, Topics, frequencies);
        matcher.Find(Texts[0], new List<string>());
        var bytes = (Memory() - before) / Queries;
        Assert.InRange(bytes, 1, 512);
        Assert.Equal(Queries, matcher.TopicCount);
    }

    [Fact]
    public void The_topics_of_one_moment_are_matched_while_others_come_and_go()
    {
        var first = Matcher(100);
        var text = new MatchInput("", "an entirely newfangled zeppelin", ["en"], "paper.example", null, []);
        var second = first.With(new TopicDefinition("new", "New", "\"newfangled zeppelin%\""), 1)!;
        var third = second.With(new TopicDefinition("new", "New", "dirigible"), 2)!;
        var fourth = third.Without("new")!;
        Assert.Equal([100, 101, 101, 100], new[] { first, second, third, fourth }.Select(m => m.TopicCount));
        Assert.Equal(["", "new", "", ""], new[] { first, second, third, fourth }.Select(m => string.Join(' ', m.Match(text).Select(t => t.Id))));
        // Only the newest can be changed: the others no longer know what the index holds.
        Assert.Null(first.With(new TopicDefinition("other", "Other", "zeppelin"), 1));
    }

    [Fact]
    public void An_updated_matcher_answers_as_one_made_anew()
    {
        var topics = Topics.GetRange(0, 300);
        var updated = TopicMatcher.Compile(SmallLexicon.Lexicon, topics);
        var changed = topics.Select((t, i) => i % 9 == 0 ? (t.Topic with { Match = Topics[1_000 + i].Topic.Match }, 2) : t).Where((_, i) => i % 10 != 5)
            .Append((new TopicDefinition("added", "Added", "ba% OR ce%"), 1)).ToList();
        updated = updated.Update(SmallLexicon.Lexicon, changed);
        var anew = TopicMatcher.Compile(SmallLexicon.Lexicon, changed);
        Assert.Equal(anew.TopicCount, updated.TopicCount);
        foreach (var text in Texts)
            Assert.Equal(anew.Match(text).Select(t => (t.Id, t.TopicVersion)), updated.Match(text).Select(t => (t.Id, t.TopicVersion)));
    }

    [Fact]
    public void A_reference_makes_the_matcher_anew()
    {
        var matcher = SmallLexicon.Matcher("one", "topic:t0 AND two");
        var text = SmallLexicon.Input("", "one two");
        Assert.Equal(2, matcher.Match(text).Count);
        var changed = matcher.Update(SmallLexicon.Lexicon, [(new TopicDefinition("t0", "T", "three"), 2), (new TopicDefinition("t1", "T", "topic:t0 AND two"), 1)]);
        Assert.Empty(changed.Match(text));
    }
}
