using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;
using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class HostileQueryTests
{
    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static TopicError Refusal(string query) => Assert.Single(TopicValidation.ValidateQuery(query, SmallLexicon.Lexicon, out _));

    [Fact]
    public void An_endless_list_is_refused_with_its_limit()
    {
        Assert.Contains("20,000 characters", Refusal(string.Join(" OR ", Enumerable.Range(0, 100_000).Select(i => $"w{i}"))).Message, StringComparison.Ordinal);
        Assert.Contains("2,000 operands", Refusal(string.Join(" OR ", Enumerable.Range(0, 2_500).Select(i => $"w{i % 9}"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_brackets_are_refused_with_their_limit() =>
        Assert.Contains("deeper than 50", Refusal(new string('(', 5_000) + "a" + new string(')', 5_000)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("*")]
    [InlineData("*a*")]
    [InlineData("a*b*c*d*")]
    [InlineData("%%%")]
    public void Wildcards_that_are_found_everywhere_are_refused(string query) => Assert.NotEmpty(Refusal(query).Message);

    [Theory]
    [InlineData("war ", "war")]
    [InlineData("war ", "\"war war\" OR \"war war war\" OR war NEAR/100 war")]
    [InlineData("war ", "war SENTENCE/1000 war")]
    [InlineData("aaaa", "*aaaa* OR *aaaaaaaa OR aaaa*")]
    [InlineData("a", "*aaaa* AND *aaaaaaaaaaaaaaaab*")]
    [InlineData("战", "\"战战战战战战战战\" SENTENCE/3 战战")]
    [InlineData("war. ", "(war SENTENCE war) SENTENCE (war SENTENCE war)")]
    public void A_mebibyte_of_one_word_takes_bounded_memory(string word, string query)
    {
        var (matcher, text) = (Matcher(query), Repeat(word, 1 << 20));
        var input = new MatchInput("", text, ["en"], "paper.example", null, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = matcher.Match(input);
        var perCharacter = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)text.Length;
        Assert.InRange(perCharacter, 0, 300);
    }

    [Fact]
    public void Topics_that_name_each_other_again_and_again_are_looked_at_once()
    {
        // Two thousand references at each of ten steps: 2000^10 paths.
        var references = Enumerable.Range(0, 10).Select(i => string.Join(" OR ", Enumerable.Repeat($"topic:t{i + 1}", 1_000)));
        var matcher = Matcher([.. references, "nowhere"]);
        Assert.Empty(matcher.Errors);
        Assert.Empty(matcher.Match(Input("", "one two three")));
        Assert.Equal(11, matcher.Match(Input("", "nowhere")).Count);
    }
}
