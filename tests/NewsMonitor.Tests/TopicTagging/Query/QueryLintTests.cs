using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.Tests.TopicTagging.Query;

public class QueryLintTests
{
    private static IReadOnlyList<QueryWarning> Check(string query, IArchiveCounts? archive = null) => QueryLint.Check(QueryParser.Parse(query), archive);

    [Theory]
    [InlineData("*angriff", "every word")]
    [InlineData("ar*", "short stem")]
    [InlineData("ab%", "stem fits")]
    [InlineData("the", "most frequent")]
    [InlineData("a NEAR/200 bcd", "farther")]
    [InlineData("COUNT/3(abc, bcd)", "never holds")]
    [InlineData("SCORE>=30(abc:10, bcd:10)", "never holds")]
    [InlineData("SCORE>=30(abc:40, bcd:10)", "reaches the threshold")]
    [InlineData("abc AND NOT abc", "excluded again")]
    [InlineData("country:KP", "large part")]
    [InlineData("source:bbc.co.uk", "every article")]
    [InlineData("number(>5)", "page numbers")]
    public void What_is_slow_broad_or_impossible_is_said(string query, string message) =>
        Assert.Contains(Check(query), warning => warning.Message.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("(country:KP SENTENCE/1 country:RU) SENTENCE/1 theme:military-cooperation")]
    [InlineData("=WHO SENTENCE number(>=50 cases)")]
    public void A_sound_query_gets_no_warning(string query) => Assert.Empty(Check(query));

    [Fact]
    public void The_archive_tells_what_is_broad() => Assert.Contains(Check("market AND harbour", new EverySecond()), warning => warning.Message.Contains("50", StringComparison.Ordinal));

    [Fact]
    public void A_leading_star_costs_more_than_a_word() =>
        Assert.True(QueryCost.Of(QueryParser.Parse("*angriff")).Total > 10 * QueryCost.Of(QueryParser.Parse("angriff")).Total);

    private sealed class EverySecond : IArchiveCounts
    {
        public double? ShareOf(QueryNode clause) => 0.5;
    }
}
