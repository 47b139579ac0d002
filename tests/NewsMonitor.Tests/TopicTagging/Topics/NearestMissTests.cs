using NewsMonitor.Contracts;
using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;
using NewsMonitor.TopicTagging.Topics.Examples;

namespace NewsMonitor.Tests.TopicTagging.Topics;

public class NearestMissTests
{
    private static string Of(string query, string text, TopicLevel notify = TopicLevel.Substantial)
    {
        var matcher = TopicMatcher.Compile(SmallLexicon.Lexicon, [(new TopicDefinition("t", "T", query, notify), 1)]);
        return NearestMiss.Of(Assert.Single(matcher.Explain(SmallLexicon.Input("", text))), notify);
    }

    [Fact]
    public void What_failed_is_named_with_what_was_found() =>
        Assert.Equal("country:KP AND country:JP: country:KP found in paragraph 1, country:JP nowhere", Of("country:KP AND country:JP", "North Korea was quiet."));

    [Fact]
    public void Of_several_alternatives_the_one_that_has_most_is_named() =>
        Assert.StartsWith("country:KP AND country:RU AND country:JP: ", Of("(country:US AND country:JP) OR (country:KP AND country:RU AND country:JP)", "North Korea and Russia talked."), StringComparison.Ordinal);

    [Fact]
    public void A_match_below_the_level_says_so()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("Nothing of note happened here on this long day in the country, people said.", 12)) + "\n\nNorth Korea was named once.";
        Assert.Contains("and the topic alerts from main", Of("country:KP", text, TopicLevel.Main), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_at_all_names_the_whole_query() =>
        Assert.StartsWith("country:KP OR country:RU: ", Of("country:KP OR country:RU", "Nothing."), StringComparison.Ordinal);
}
