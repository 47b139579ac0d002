using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Concepts;
using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.Tests.TopicTagging.Concepts;

public class UserLexiconTests
{
    private static readonly LexiconSnapshot Shipped = SmallLexicon.Lexicon;

    private static UserConcept Concept(string id, string language, params string[] patterns) =>
        new() { Id = id, Patterns = new Dictionary<string, IReadOnlyList<string>> { [language] = patterns } };

    [Fact]
    public void Without_users_concepts_the_shipped_lexicon_stays_the_same_object() => Assert.Same(Shipped, UserLexicon.Over(Shipped, []));

    [Fact]
    public void A_users_patterns_replace_those_of_the_language_and_leave_the_others()
    {
        var concept = Get(UserLexicon.Over(Shipped, [Concept("country:KP", "ar", "كوريا")]), "country:KP");
        Assert.Equal(["كوريا"], concept.Patterns["ar"].Full);
        Assert.Contains("North Korea", concept.Patterns["*"].Full);
    }

    [Fact]
    public void False_friends_add_to_the_shipped_ones()
    {
        var not = new Dictionary<string, IReadOnlyList<string>> { ["*"] = ["Little Moscow"] };
        Assert.Equal(["Moscow Idaho", "Little Moscow"], Get(UserLexicon.Over(Shipped, [new UserConcept { Id = "country:RU", Not = not }]), "country:RU").Patterns["*"].Not);
    }

    [Fact]
    public void The_version_names_the_users_content_too()
    {
        var (a, b) = (UserLexicon.Over(Shipped, [Concept("list:a", "*", "Acme")]), UserLexicon.Over(Shipped, [Concept("list:a", "*", "Bcme")]));
        Assert.StartsWith("small+", a.Version, StringComparison.Ordinal);
        Assert.NotEqual(a.Version, b.Version);
    }

    [Fact]
    public void A_reference_to_a_concept_that_is_gone_does_not_stop_the_others()
    {
        var lexicon = UserLexicon.Over(Shipped, [Concept("list:a", "*", "Acme") with { Members = ["list:gone", "country:KP"] }]);
        Assert.Contains("country:KP", lexicon.SelfAndNarrower(lexicon.OrdinalOf("list:a")).Select(n => lexicon[n].Id));
    }

    [Theory]
    [InlineData("suppliers", "*", "Acme", "id")]
    [InlineData("list:a", "*", "(Acme", "patterns")]
    [InlineData("list:a", "*", "the", "patterns")]
    [InlineData("list:a", "Germany", "Acme", "patterns")]
    [InlineData("list:a", "*", null, "patterns")]
    public void A_faulty_concept_is_refused(string id, string language, string? pattern, string field) =>
        Assert.Equal([field], UserConceptValidation.Validate(Concept(id, language, pattern!), Shipped).Keys);

    private static Concept Get(LexiconSnapshot lexicon, string id) => lexicon[lexicon.OrdinalOf(id)];
}
