using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Topics;

public class TopicValidationTests
{
    private static TopicError Single(string match) =>
        Assert.Single(TopicValidation.Validate(new TopicDefinition("a", "A", match), SmallLexicon.Lexicon));

    [Fact]
    public void A_sound_topic_has_no_errors() =>
        Assert.Empty(TopicValidation.Validate(new TopicDefinition("a-1", "A", "country:KP SENTENCE/1 (a OR b)"), SmallLexicon.Lexicon));

    [Theory]
    [InlineData("a OR country:KB", 5, "country:K")]
    [InlineData("a NEAR/3 (b AND c)", 10, "SENTENCE")]
    [InlineData("a SENTENCE source:x.org", 11, "AND source:x.org")]
    [InlineData("a b", 2, "AND")]
    public void An_error_names_position_and_remedy(string match, int position, string hint)
    {
        var error = Single(match);
        Assert.Equal(("match", (int?)position), (error.Field, error.Position));
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_and_names_are_checked() =>
        Assert.Equal(["id", "name"], TopicValidation.Validate(new TopicDefinition("Not An Id", " ", "a"), SmallLexicon.Lexicon).Select(e => e.Field));

    [Theory]
    [InlineData("import")]
    [InlineData("preview")]
    public void Ids_that_are_addresses_are_refused(string id) =>
        Assert.Equal(["id"], TopicValidation.Validate(new TopicDefinition(id, "A", "a"), SmallLexicon.Lexicon).Select(e => e.Field));

    [Fact]
    public void Only_missing_languages_can_be_forced()
    {
        var topic = new TopicDefinition("a", "A", "a") { MustMatch = ["x"], MustNotMatch = ["x", " "] };
        Assert.Equal(["mustNotMatch", "mustNotMatch"], TopicValidation.Validate(topic, SmallLexicon.Lexicon).Select(e => e.Field));
        Assert.All(TopicValidation.Validate(topic, SmallLexicon.Lexicon), error => Assert.False(error.Forceable));
    }
}
