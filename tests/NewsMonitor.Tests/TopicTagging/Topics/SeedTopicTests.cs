using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Topics;

public class SeedTopicTests
{
    private static readonly LexiconSnapshot Shipped = LexiconSnapshot.LoadEmbedded();

    [Fact]
    public void Forty_topics_ship_of_which_ten_are_enabled()
    {
        Assert.Equal(40, Seeds.All.Count);
        Assert.Equal(10, Seeds.All.Count(topic => topic.Enabled));
    }

    [Fact]
    public void Every_topic_is_sound_and_matches_in_all_languages()
    {
        var coverage = new QueryCoverage(Shipped);
        Assert.All(Seeds.All, topic =>
        {
            Assert.Empty(TopicValidation.Validate(topic, Shipped));
            Assert.Empty(coverage.Lines(QueryParser.Parse(topic.Match))[0].Missing);
        });
    }
}
