using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.Tests.TopicTagging.Query;

public class QueryConversionTests
{
    [Theory]
    [InlineData("troops NOT ammunition", "troops AND NOT ammunition")]
    [InlineData("a near5 b", "a NEAR/5 b")]
    [InlineData("a w/5 b", "a NEAR/5 b")]
    [InlineData("a pre/3 b", "a ONEAR/3 b")]
    [InlineData("a same b", "a SENTENCE b")]
    [InlineData("(a OR b) and c", "(a OR b) AND c")]
    [InlineData("a and not b", "a AND NOT b")]
    [InlineData("a AND not (b or c)", "a AND NOT (b OR c)")]
    [InlineData("atleast5(troops)", "ATLEAST/5(troops)")]
    [InlineData("a and atleast3 \"b c\"", "a AND ATLEAST/3 \"b c\"")]
    [InlineData("a NEAR b", "a NEAR/5 b")]
    public void A_pasted_query_is_put_right_in_one_step(string pasted, string expected) => Assert.Equal(expected, QueryConversion.Of(pasted));

    [Theory]
    [InlineData("a b")]
    [InlineData("(a OR b")]
    [InlineData("NOT a")]
    [InlineData("a AND b")]
    public void What_one_step_cannot_mend_is_left_alone(string query) => Assert.Null(QueryConversion.Of(query));
}
