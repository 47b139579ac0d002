using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Topics;

public class QueryCoverageTests
{
    private static readonly LexiconSnapshot Shipped = LexiconSnapshot.LoadEmbedded();

    private static IReadOnlyList<CoverageLine> Lines(string query) => new QueryCoverage(Shipped).Lines(QueryParser.Parse(query));

    [Fact]
    public void Concepts_match_in_thirty_languages() =>
        Assert.Equal("can match in all 30 languages", Lines("country:KP SENTENCE theme:arms-transfer")[0].Text);

    [Fact]
    public void A_plain_word_narrows_the_query_and_offers_its_concept()
    {
        var lines = Lines("country:KP AND earthquake");
        Assert.Contains("ko", lines[0].Missing);
        Assert.Equal("earthquake", lines[1].Clause);
        Assert.Contains("en", lines[1].Covered);
        Assert.Contains("theme:earthquake", lines[1].Concepts);
        Assert.Contains(" of 30 languages: ", lines[1].Text, StringComparison.Ordinal);
    }

    // Asked once a language, a chain of ten would be asked for ever.
    [Fact]
    public void A_long_chain_is_answered() =>
        Assert.Equal("can match in all 30 languages", Lines(string.Join(" SENTENCE ", Enumerable.Repeat("country:KP", 40)))[0].Text);

    [Fact]
    public void One_of_several_is_enough_under_or_and_count()
    {
        Assert.Empty(Lines("theme:earthquake OR earthquake")[0].Missing);
        Assert.Empty(Lines("COUNT/1(theme:earthquake, earthquake)")[0].Missing);
        Assert.NotEmpty(Lines("COUNT/2(theme:earthquake, earthquake)")[0].Missing);
    }

    [Fact]
    public void Covers_is_a_test_of_the_topic()
    {
        var topic = new TopicDefinition("t", "T", "theme:earthquake AND earthquake") { Covers = ["en", "ko", "xx"] };
        var errors = TopicValidation.Validate(topic, Shipped);
        Assert.Equal(["This topic cannot match in ko.", "'xx' is no language of the lexicon."], errors.Select(e => e.Message));
        Assert.Contains("earthquake", errors[0].Hint, StringComparison.Ordinal);
    }
}
