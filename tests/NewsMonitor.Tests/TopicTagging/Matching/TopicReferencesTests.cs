using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class TopicReferencesTests
{
    [Fact]
    public void A_chain_of_topics_is_bounded()
    {
        var matcher = Matcher([.. Enumerable.Range(0, 5_000).Select(i => $"topic:t{i + 1}"), "one"]);
        Assert.Equal(4_990, matcher.Errors.Count);
        Assert.Equal(11, matcher.Match(Input("", "one")).Count);
    }

    [Fact]
    public void A_circle_and_a_gap_are_told_apart()
    {
        var matcher = Matcher("topic:t1", "topic:t0", "topic:t9", "topic:t2", "one");
        var errors = matcher.Errors.ToDictionary(e => e.TopicId, e => e.Error.Message);
        Assert.Equal(["t0", "t1", "t2", "t3"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("leads back", errors["t0"], StringComparison.Ordinal);
        Assert.Contains("no topic 't9'", errors["t2"], StringComparison.Ordinal);
        Assert.Contains("cannot be used itself", errors["t3"], StringComparison.Ordinal);
    }
}
