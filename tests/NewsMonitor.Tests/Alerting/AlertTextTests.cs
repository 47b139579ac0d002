using NewsMonitor.Alerting.Delivery;
using NewsMonitor.Contracts;

namespace NewsMonitor.Tests.Alerting;

public sealed class AlertTextTests
{
    private const string Escape = "\u001b[2J";

    [Fact]
    public void Control_characters_of_an_article_never_reach_the_terminal()
    {
        var span = new EvidenceSpan("text", 0, 1, Escape);
        var topic = new MatchedTopic("t", "T", 1, TopicLevel.Main, true, 1, [new MatchedClause(Escape, null, [span])]) { Passages = [span] };
        var article = new AlertArticle(Guid.Empty, 1, Escape, Escape, Escape, Escape, null, topic);
        var text = AlertText.Render(new Alert(Guid.Empty, "t", Escape, Guid.Empty, default, default, [article]), "new", null);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character is not '\n' and not '\r');
    }
}
