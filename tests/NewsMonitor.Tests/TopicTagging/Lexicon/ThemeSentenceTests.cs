using System.Globalization;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Lexicon;

/// <summary>How well the themes find reports that name an event by its parts, and how well they pass by its words in another sense.</summary>
public class ThemeSentenceTests(ITestOutputHelper output)
{
    private const double MinRecall = 0.9;
    private const double MaxFalse = 0.03;

    private static readonly LexiconSnapshot Shipped = LexiconSnapshot.LoadEmbedded();

    [Fact]
    public void Reports_that_name_an_event_by_its_parts_are_found()
    {
        foreach (var theme in ThemeSentence.ReadAll().Where(s => s.Expected).GroupBy(s => s.Theme))
        {
            var missed = theme.Where(s => !Finds(s)).ToList();
            var recall = 1 - ((double)missed.Count / theme.Count());
            Report(theme.Key, "recall", recall, missed);
            Assert.True(recall >= MinRecall, $"{theme.Key}: {string.Join('\n', missed)}");
        }
    }

    [Fact]
    public void Sentences_that_only_share_an_events_words_are_passed_by()
    {
        foreach (var theme in ThemeSentence.ReadAll().Where(s => !s.Expected).GroupBy(s => s.Theme))
        {
            var found = theme.Where(Finds).ToList();
            var share = (double)found.Count / theme.Count();
            Report(theme.Key, "false", share, found);
            Assert.True(share <= MaxFalse, $"{theme.Key}: {string.Join('\n', found)}");
        }
    }

    private static bool Finds(ThemeSentence sentence)
    {
        var concept = Shipped.OrdinalOf($"theme:{sentence.Theme}");
        Assert.True(concept >= 0, sentence.Theme);
        var profile = Folding.ProfileOf(sentence.Language);
        var stream = Tokenizer.Tokenize(sentence.Title, sentence.Text, profile);
        return LexiconIndex.Of(Shipped).Find(stream, [sentence.Language], profile).Of(concept).Count > 0;
    }

    private void Report(string theme, string figure, double value, List<ThemeSentence> wrong)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{theme} {figure} {value:F3}"));
        foreach (var sentence in wrong) output.WriteLine($"  {sentence.Language}: {sentence.Title}");
    }
}
