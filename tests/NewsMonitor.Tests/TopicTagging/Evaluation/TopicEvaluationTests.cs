using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Evaluation;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Evaluation;

/// <summary>Floors under what the shipped topics and lexicon reach on the labelled articles: a change may not lose it unnoticed.</summary>
public class TopicEvaluationTests
{
    private const string Demo = "north-korea-russia-military-cooperation";
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data", "eval");
    private static readonly List<TopicDefinition> Topics = ReadTopics();
    private static readonly TopicMatcher Matcher = TopicMatcher.Compile(LexiconSnapshot.LoadEmbedded(), [.. Topics.Select(t => (t, 1))]);

    private static List<TopicDefinition> ReadTopics()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "seeds", "topics"))) root = root.Parent!;
        return [.. Directory.GetFiles(Path.Combine(root.FullName, "seeds", "topics"), "*.yaml").Order(StringComparer.Ordinal).Select(f => TopicYaml.Parse(File.ReadAllText(f)))];
    }

    [Fact]
    public void The_shipped_topics_are_sound() => Assert.Empty(Matcher.Errors);

    [Fact]
    public void Labelled_articles_get_their_topics()
    {
        var result = TopicEvaluation.Run(EvaluationSet.Read(Path.Combine(Data, "articles.jsonl")), Topics, Matcher);
        var report = EvaluationText.Render(result, mistakes: false);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(result.Total.F1 >= 0.96, report);
        Assert.True(result.ByTopic[Demo].F1 >= 0.96, report);
        Assert.All(result.ByTopic.Values, t => Assert.True(t.F1 >= 0.88, report));
    }

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    [InlineData("ko")]
    [InlineData("ru")]
    [InlineData("ar")]
    [InlineData("ja")]
    public void The_wonsan_visit_is_found_in_every_language(string language)
    {
        var lines = File.ReadAllLines(Path.Combine(Data, $"lavrov-wonsan.{language}.txt"));
        var input = new MatchInput(lines[0], string.Join('\n', lines.Skip(2)), [language], "paper.example", null, []);
        var match = Matcher.Match(input).Single(m => m.Id == Demo);
        Assert.True(match.Level >= TopicLevel.Substantial, match.Level.ToString());
        Assert.True(match.Notifies);
    }

    [Fact]
    public void A_perfect_answer_scores_one_and_an_empty_one_zero()
    {
        Assert.Equal((1, 1, 1), (Tally.Zero.Precision, Tally.Zero.Recall, Tally.Zero.F1));
        Assert.Equal(0, new Tally(0, 1, 0).F1);
        Assert.Equal(0.5, new Tally(1, 1, 1).F1);
    }
}
