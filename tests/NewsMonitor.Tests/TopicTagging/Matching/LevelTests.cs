using NewsMonitor.Contracts;
using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class LevelTests
{
    private const string Query = "country:KP SENTENCE country:RU";
    private const string Meeting = "North Korea and Russia signed a paper on that day after long talks about it all.";
    private const string Filler = "Nothing else of any note happened in the whole wide world on that very same day.";

    private static TopicLevel? Level(string title, params string[] paragraphs) =>
        Match(Query, string.Join("\n\n", paragraphs), title: title)?.Level;

    [Fact]
    public void Meeting_in_the_title_or_the_first_paragraph_is_main()
    {
        Assert.Equal(TopicLevel.Main, Level("Russia and North Korea"));
        Assert.Equal(TopicLevel.Main, Level("News", Meeting, Filler, Filler, Filler));
    }

    [Fact]
    public void Meeting_in_two_paragraphs_is_substantial() =>
        Assert.Equal(TopicLevel.Substantial, Level("News", Filler, Meeting, Filler, Meeting));

    [Fact]
    public void Meeting_once_further_down_is_a_mention() =>
        Assert.Equal(TopicLevel.Mention, Level("News", Filler, Filler, Meeting, Filler));

    [Fact]
    public void A_list_of_countries_gives_at_most_a_mention() =>
        Assert.Equal(TopicLevel.Mention, Level("News", "North Korea, Russia, Japan and America met in the city for the games of the year again.", Filler, Filler));

    [Fact]
    public void Links_and_headings_give_at_most_a_mention() =>
        Assert.Equal(TopicLevel.Mention, Level("News", Filler, "Most read", "North Korea and Russia sign", "Russia and North Korea meet"));

    [Fact]
    public void Concepts_that_never_meet_in_a_paragraph_give_a_mention() =>
        Assert.Equal(TopicLevel.Mention, Match("country:KP AND country:RU", $"Russia spoke of the weather.\n\n{Filler}\n\n{Filler}\n\nNorth Korea did not.")?.Level);

    [Theory]
    [InlineData("• ")]
    [InlineData("09:15 ")]
    [InlineData("1. ")]
    public void An_item_of_a_roundup_gives_at_most_a_mention(string mark) =>
        Assert.Equal(TopicLevel.Mention, Level("News in brief", mark + Meeting, mark + Filler, mark + Filler, mark + Filler, mark + Meeting));

    [Fact]
    public void Long_paragraphs_are_prose_in_scripts_without_full_stops()
    {
        var thai = string.Concat(Enumerable.Repeat("เกาหลีเหนือและรัสเซีย", 6));
        Assert.Equal(TopicLevel.Main, Match("เกาหลีเหนือ SENTENCE รัสเซีย", thai, "th")?.Level);
    }

    [Fact]
    public void Bylines_before_the_first_paragraph_are_not_it() =>
        Assert.Equal(TopicLevel.Main, Level("News", "World | Asia", "By our reporter", Meeting, Filler, Filler));

    [Fact]
    public void Scores_follow_the_levels()
    {
        var main = Match(Query, Meeting + "\n\n" + Filler)!.Score;
        var mention = Match(Query, string.Join("\n\n", Filler, Filler, Filler, Meeting))!.Score;
        Assert.InRange(mention, 0, main);
        Assert.InRange(main, mention, 1);
    }
}
