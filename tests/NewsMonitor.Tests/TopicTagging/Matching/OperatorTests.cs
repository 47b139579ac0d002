using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class OperatorTests
{
    private const string Text = "One two three four five. Six seven.\n\nEight nine two.";

    [Theory]
    [InlineData("one NEAR/0 two", true)]
    [InlineData("one NEAR/1 four", false)]
    [InlineData("one NEAR/2 four", true)]
    [InlineData("four NEAR/2 one", true)]
    [InlineData("four ONEAR/2 one", false)]
    [InlineData("one SENTENCE five", true)]
    [InlineData("one SENTENCE six", false)]
    [InlineData("one SENTENCE/1 six", true)]
    [InlineData("one PARAGRAPH seven", true)]
    [InlineData("one PARAGRAPH eight", false)]
    [InlineData("one PARAGRAPH/1 eight", true)]
    [InlineData("one AND nine", true)]
    [InlineData("one AND NOT nine", false)]
    [InlineData("one AND NOT ten", true)]
    [InlineData("two EXCEPT \"one two\"", true)]
    [InlineData("one EXCEPT \"one two\"", false)]
    [InlineData("ATLEAST/2 two", true)]
    [InlineData("ATLEAST/3 two", false)]
    [InlineData("COUNT/2(one, ten, nine)", true)]
    [InlineData("COUNT/3(one, ten, nine)", false)]
    [InlineData("LEDE/3 three", true)]
    [InlineData("LEDE/3 four", false)]
    [InlineData("SCORE>=30(one:10, two:20)", true)]
    [InlineData("SCORE>=31(one:10, two:20)", false)]
    [InlineData("(one AND two) SENTENCE five", true)]
    [InlineData("(one AND six) SENTENCE five", false)]
    [InlineData("two NEAR/6 two", false)]
    [InlineData("two PARAGRAPH/1 two", true)]
    [InlineData("title:one", false)]
    [InlineData("body:one", true)]
    [InlineData("source:paper.example AND one", true)]
    [InlineData("source:other.example", false)]
    [InlineData("lang:en", true)]
    [InlineData("ABOUT(one)", true)]
    public void An_operator_means_what_the_table_says(string query, bool expected) => Assert.Equal(expected, Matches(query, Text));

    [Fact]
    public void Operands_need_words_of_their_own()
    {
        Assert.False(Matches("\"north korea\" SENTENCE korea", "North Korea"));
        Assert.True(Matches("\"north korea\" SENTENCE korea", "North Korea and Korea"));
    }

    [Fact]
    public void Topics_name_other_topics_and_circles_are_refused()
    {
        var matcher = Matcher("topic:t1 AND six", "one OR ten", "topic:t3", "topic:t2", "topic:t9");
        Assert.Equal(["t2", "t3", "t4"], matcher.Errors.Select(e => e.TopicId).Order(StringComparer.Ordinal));
        Assert.Equal(["t0", "t1"], matcher.Match(Input("", Text)).Select(m => m.Id).Order(StringComparer.Ordinal));
    }
}
