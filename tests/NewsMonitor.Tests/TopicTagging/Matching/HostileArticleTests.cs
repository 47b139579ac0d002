using NewsMonitor.TopicTagging.Matching;
using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class HostileArticleTests
{
    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    [Theory]
    [InlineData("North Korea Russia send shells. ")]
    [InlineData("North Korea Russia send shells ")]
    [InlineData("北한북러")]
    public void A_crowd_of_hits_gives_a_bounded_number_of_pairs(string text)
    {
        var body = Repeat(text, 200_000);
        var matcher = Matcher("(country:KP SENTENCE/1 country:RU) SENTENCE/3 (theme:arms OR country:RU)");
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = matcher.Match(new MatchInput("", body, ["ko"], "paper.example", null, []));
        var perCharacter = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)body.Length;
        Assert.InRange(perCharacter, 0, 500);
    }
}
