using NewsMonitor.Alerting.Delivery;
using NewsMonitor.Alerting.Subscriptions;
using NewsMonitor.Contracts;

namespace NewsMonitor.Tests.Alerting;

public sealed class SubscriptionTests
{
    [Theory]
    [InlineData("*", "main", "", true)]
    [InlineData("a-topic", "substantial", "zh", true)]
    [InlineData("other", "main", "", false)]
    [InlineData("*", "main", "it", false)]
    public void Subscription_wants_its_topics_and_languages(string topic, string level, string language, bool wanted)
    {
        var subscription = Assert.Single(SubscriptionYaml.Parse($"- {{id: s, topics: [\"{topic}\"], channel: console, languages: [{language}], level: {level}}}"));
        Assert.Equal(wanted, subscription.Wants(Article("zh-Hant"), Topic(TopicLevel.Main)));
    }

    [Fact]
    public void Level_below_the_subscription_is_not_wanted()
    {
        var subscription = Assert.Single(SubscriptionYaml.Parse("- {id: s, topics: [\"*\"], channel: console, level: main}"));
        Assert.False(subscription.Wants(Article("it"), Topic(TopicLevel.Substantial)));
    }

    [Theory]
    [InlineData("- {id: s, channel: console}", "topics")]
    [InlineData("- {id: s, topics: [a], channel: console, level: huge}", "'huge'")]
    [InlineData("- {id: s, topics: [a], channel: console, level: 7}", "'7'")]
    [InlineData("- {id: s, topics: [a], channel: console, level: 1}", "'1'")]
    [InlineData("- {id: s, topics: [a], channel: }", "channel")]
    [InlineData("- {id: s, topics: , channel: console}", "topics")]
    [InlineData("- ", "empty")]
    [InlineData("- {id: s\n", "Line")]
    public void Unusable_file_says_what_is_wrong(string yaml, string part) =>
        Assert.Contains(part, Assert.Throws<SubscriptionFormatException>(() => SubscriptionYaml.Parse(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void Pauses_double_up_to_six_hours()
    {
        Assert.Equal(TimeSpan.FromSeconds(10), RetrySchedule.After(1));
        Assert.Equal(TimeSpan.FromSeconds(20), RetrySchedule.After(2));
        Assert.Equal(TimeSpan.FromHours(6), RetrySchedule.After(RetrySchedule.MaxAttempts));
    }

    private static TaggedArticle Article(string language) =>
        new(Guid.Empty, 1, "", "Title", "example.org", null, new DetectedLanguage(language, 1, []), null, default, default, []);

    private static MatchedTopic Topic(TopicLevel level) => new("a-topic", "A topic", 1, level, true, 1, []);
}
