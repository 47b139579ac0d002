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

    // Some thousand pairs on either side of a join, of which few share no word with any of the other side.
    [Theory]
    [InlineData(
        "(ATLEAST/3 (carlo ONEAR/0 (theme:one OR bravo))) SENTENCE/0 ((bravo AND alfa%) SENTENCE/1 ((bravo AND bravo) SENTENCE/1 (bravo)))",
        "delta delta bravo.\n\nbravo delta delta bravo carlo alfabet.\n\ncarlo delta. X bravo alfa bravo carlo. X carlo",
        "delta alfa carlo bravo bravo carlo alfa alfabet alfabet alfabet alfa carlo. X alfa. X carlo carlo carlo.\n\nalfa delta bravo")]
    [InlineData(
        "((LEDE/4 (alfa%)) SENTENCE/2 ((alfa% AND carlo) SENTENCE/1 (carlo))) SENTENCE/1 ((theme:one AND theme:two) SENTENCE/0 ((delta) SENTENCE/1 (alfa%)))",
        "alfabet. X carlo. X delta bravo. X bravo alfabet. X bravo alfa.\n\ncarlo. X alfa.\n\ndelta delta delta. X delta delta carlo. X delta.\n\nalfabet delta. X",
        "bravo delta carlo. X bravo bravo. X bravo delta alfabet alfa delta carlo.\n\ncarlo carlo carlo bravo carlo bravo alfabet.\n\nalfa.\n\nalfa bravo carlo bravo alfabet alfabet. X alfabet")]
    [InlineData(
        "ATLEAST/3 ((theme:one AND theme:one) SENTENCE/0 ((alfa% AND delta) SENTENCE/1 (carlo)))",
        "carlo alfa bravo. X bravo delta alfa carlo carlo.\n\nalfabet delta delta alfabet.\n\ncarlo alfa. X bravo. X delta.\n\nalfa. X carlo delta. X delta bravo alfa delta delta alfabet alfabet alfabet. X",
        "carlo alfa. X delta.\n\nalfa carlo alfa")]
    public void Crowded_articles_agree_with_the_table_in_code(string query, string title, string body)
    {
        var matcher = TopicMatcher.Compile(Lexicon, [(new TopicDefinition("t", "T", query), 1)]);
        Assert.True(new NaiveEvaluator(Tokenizer.Tokenize(title, body, FoldingProfile.Default)).Holds(QueryParser.Parse(query)));
        Assert.Single(matcher.Match(SmallLexicon.Input(title, body)));
    }

    [Property(MaxTest = 1000, StartSize = 100_000, EndSize = 100_000_000, Replay = "20250713,7")]
    public void Every_query_reads_back_as_printed(int seed)
    {
        var printed = QueryPrinter.Print(QueryParser.Parse(new RandomQueries(seed).Query()));
        Assert.Equal(printed, QueryPrinter.Print(QueryParser.Parse(printed)));
    }
}
