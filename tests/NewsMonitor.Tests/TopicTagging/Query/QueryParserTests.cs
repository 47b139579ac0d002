using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.Tests.TopicTagging.Query;

public class QueryParserTests
{
    [Theory]
    [InlineData("troops", "troops")]
    [InlineData("a OR b AND c SENTENCE d NEAR/3 e EXCEPT \"e f\"", "a OR b AND c SENTENCE d NEAR/3 e EXCEPT \"e f\"")]
    [InlineData("(a OR b) AND c", "(a OR b) AND c")]
    [InlineData("((a)) AND (b AND c)", "a AND (b AND c)")]
    [InlineData("a AND b AND NOT c AND d", "a AND b AND NOT c AND d")]
    [InlineData("(a SENTENCE/1 b) SENTENCE/1 c", "a SENTENCE/1 b SENTENCE/1 c")]
    [InlineData("a SENTENCE/1 (b SENTENCE/1 c)", "a SENTENCE/1 (b SENTENCE/1 c)")]
    [InlineData("ATLEAST/2 (a OR b)", "ATLEAST/2 (a OR b)")]
    [InlineData("COUNT/2(a, b AND c, \"d e\")", "COUNT/2(a, b AND c, \"d e\")")]
    [InlineData("LEDE/50 country:KP", "LEDE/50 country:KP")]
    [InlineData("ABOUT(theme:sport)", "ABOUT(theme:sport)")]
    [InlineData("title:(a OR b) AND body:\"c d\" AND source:bbc.co.uk AND lang:ko", "title:(a OR b) AND body:\"c d\" AND source:bbc.co.uk AND lang:ko")]
    [InlineData("SCORE>=30(ammunition%:10, \"arms deal\":5, theme:arms-transfer:25)", "SCORE>=30(ammunition%:10, \"arms deal\":5, theme:arms-transfer:25)")]
    [InlineData("=WHO OR stem% OR stem%2 OR stem* OR *angriff*", "=WHO OR stem% OR stem%2 OR stem* OR *angriff*")]
    [InlineData("a # a comment (with AND\nOR topic:other", "a OR topic:other")]
    [InlineData("number(>= 6.50 magnitude)", "number(>=6.5 magnitude)")]
    [InlineData("theme:earthquake SENTENCE number(<2 million dollars)", "theme:earthquake SENTENCE number(<2000000 dollars)")]
    [InlineData("number(=3) NEAR/2 (a OR number(>50 cases))", "number(=3) NEAR/2 (a OR number(>50 cases))")]
    [InlineData("SCORE>=30(number(>=50 cases):20, a:10)", "SCORE>=30(number(>=50 cases):20, a:10)")]
    [InlineData("“curly quotes”", "\"curly quotes\"")]
    public void A_query_prints_in_its_normal_form_and_reads_back_the_same(string query, string expected)
    {
        var printed = QueryPrinter.Print(QueryParser.Parse(query));
        Assert.Equal(expected, printed);
        Assert.Equal(printed, QueryPrinter.Print(QueryParser.Parse(printed)));
    }

    [Theory]
    [InlineData("troops ammunition", 7, "AND")]
    [InlineData("troops and ammunition", 7, "AND")]
    [InlineData("NOT troops", 0, "a AND NOT b")]
    [InlineData("troops NOT ammunition", 7, "AND NOT")]
    [InlineData("a w/5 b", 2, "NEAR/5")]
    [InlineData("a near5 b", 2, "NEAR/5")]
    [InlineData("a same b", 2, "SENTENCE")]
    [InlineData("a atleast5 b", 2, "ATLEAST/5")]
    [InlineData("a NEAR b", 2, "NEAR/5")]
    [InlineData("(a OR b", 7, null)]
    [InlineData("a OR", 4, null)]
    [InlineData("a)", 1, "closes nothing")]
    [InlineData("\"a b", 0, "Put \"")]
    [InlineData("contry:KP", 0, "country:KP")]
    [InlineData("country: KP", 0, "country:KP")]
    [InlineData("*bc", 0, "more of the word")]
    [InlineData("a%b", 0, "stem%")]
    [InlineData("number(about 6.5)", 7, "number(>=6.5 magnitude)")]
    [InlineData("number(>=13,000 cases)", 11, "13000")]
    [InlineData("number(>=many cases)", 7, "13000")]
    [InlineData("number(>=50 new cases)", 16, "number(>=50 cases)")]
    [InlineData("", 0, "country:KP")]
    public void An_error_names_its_position_and_the_right_spelling(string query, int position, string? hint)
    {
        var error = Assert.Throws<QuerySyntaxException>(() => QueryParser.Parse(query));
        Assert.Equal(position, error.Position);
        if (hint is not null) Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_long_queries_are_refused()
    {
        Assert.Throws<QuerySyntaxException>(() => QueryParser.Parse(new string('(', 60) + "a" + new string(')', 60)));
        Assert.Throws<QuerySyntaxException>(() => QueryParser.Parse(new string('a', QueryLimits.MaxCharacters + 1)));
        Assert.Throws<QuerySyntaxException>(() => QueryParser.Parse(string.Join(" OR ", Enumerable.Range(0, QueryLimits.MaxOperands + 1).Select(i => "a"))));
    }
}
