using FsCheck.Xunit;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class AgreementTests
{
    private static readonly LexiconSnapshot Lexicon = new(
        NaiveEvaluator.Concepts.Select(c => SmallLexicon.Concept(c.Key, [], [("*", SmallLexicon.P(c.Value))])), [], "naive");

    [Property(MaxTest = 3000, StartSize = 100_000, EndSize = 100_000_000, Replay = "20250712,7")]
    public void The_matcher_agrees_with_the_table_in_code(int seed)
    {
        var random = new RandomQueries(seed);
        var (query, title, body) = (random.Query(), random.Text(), random.Text());
        var matcher = TopicMatcher.Compile(Lexicon, [(new TopicDefinition("t", "T", query), 1)]);
        Assert.Empty(matcher.Errors);
        var expected = new NaiveEvaluator(Tokenizer.Tokenize(title, body, FoldingProfile.Default)).Holds(QueryParser.Parse(query));
        var actual = matcher.Match(SmallLexicon.Input(title, body)).Count > 0;
        Assert.True(expected == actual, $"{(expected ? "missed" : "false")}: {query}\n{title}\n---\n{body}");
    }

    [Fact]
    public void All_topics_together_agree_with_the_table_in_code()
    {
        var queries = Enumerable.Range(1, 200).Select(seed => new RandomQueries(seed).Query()).ToList();
        var matcher = TopicMatcher.Compile(Lexicon, [.. queries.Select((q, i) => (new TopicDefinition($"t{i}", "T", q), 1))]);
        var parsed = queries.ConvertAll(QueryParser.Parse);
        foreach (var seed in Enumerable.Range(1_000, 100))
        {
            var random = new RandomQueries(seed);
            var (title, body) = (random.Text(), random.Text());
            var naive = new NaiveEvaluator(Tokenizer.Tokenize(title, body, FoldingProfile.Default));
            var found = new HashSet<string>();
            matcher.Find(SmallLexicon.Input(title, body), found);
            for (var i = 0; i < parsed.Count; i++)
                Assert.True(naive.Holds(parsed[i]) == found.Contains($"t{i}"), $"{queries[i]}\n{title}\n---\n{body}");
        }
    }

    [Property(MaxTest = 1000, StartSize = 100_000, EndSize = 100_000_000, Replay = "20250713,7")]
    public void Every_query_reads_back_as_printed(int seed)
    {
        var printed = QueryPrinter.Print(QueryParser.Parse(new RandomQueries(seed).Query()));
        Assert.Equal(printed, QueryPrinter.Print(QueryParser.Parse(printed)));
    }
}
