using System.Text.Json;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Concepts;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.Tests.TopicTagging.Topics;

/// <summary>Six topics as desks write them, each with texts in several languages that carry it and texts that do not.</summary>
public class DeskTopicTests
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data", "desk");

    private static readonly LexiconSnapshot Lexicon = UserLexicon.Over(
        LexiconSnapshot.LoadEmbedded(), [ListCsv.Read("name,language\nAcme Bearings\nNordstahl,de\n", "list:suppliers", "Suppliers", LexiconSnapshot.LoadEmbedded().Languages).Concept]);

    public static TheoryData<string> Topics => new("health-security", "energy-chokepoints", "product-recalls-suppliers", "election-italy", "hospital-cyberattacks-eu", "strong-earthquakes");

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_desk_topic_finds_its_news_and_no_other(string id)
    {
        var topic = Seeds.Read(id) with { Enabled = true };
        var matcher = TopicMatcher.Compile(Lexicon, [(topic, 1)]);
        Assert.Empty(matcher.Errors);
        var wrong = Texts(id).Where(text => text.Matches != matcher.Match(new MatchInput(text.Title, text.Text, [text.Language], "paper.example", null, [])).Any(m => m.Notifies));
        Assert.Empty(wrong.Select(text => $"{(text.Matches ? "missed" : "false")} {text.Language}: {text.Title}"));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_desk_topic_has_texts_in_several_languages_of_both_kinds(string id)
    {
        Assert.True(Texts(id).Where(text => text.Matches).Select(text => text.Language).Distinct().Count() >= 3);
        Assert.Contains(Texts(id), text => !text.Matches);
    }

    private static List<DeskText> Texts(string id) =>
        [.. File.ReadLines(Path.Combine(Data, id + ".jsonl")).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<DeskText>(line, JsonSettings.Web)!)];

    private sealed record DeskText(string Language, bool Matches, string Title, string Text);
}
