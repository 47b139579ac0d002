using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Concepts;

namespace NewsMonitor.Tests.TopicTagging.Concepts;

public class ConceptSearchTests
{
    [Theory]
    [InlineData("KP", "country:KP")]
    [InlineData("person:kim", "person:kim")]
    [InlineData("북한", "country:KP")]
    [InlineData("moscow", "country:RU")]
    public void A_concept_is_found_by_id_or_form(string text, string expected) => Assert.Equal(expected, ConceptSearch.Find(SmallLexicon.Lexicon, text, null)[0].Id);

    [Fact]
    public void A_kind_narrows_the_search() => Assert.All(ConceptSearch.Find(SmallLexicon.Lexicon, null, "theme"), c => Assert.Equal("theme", c.Kind));

    [Fact]
    public void A_view_shows_languages_and_neighbours()
    {
        var lexicon = SmallLexicon.Lexicon;
        var view = ConceptView.Of(lexicon, lexicon[lexicon.OrdinalOf("country:KP")], "shipped");
        Assert.Equal(["*", "ar", "he"], view.Languages);
        Assert.Equal(["person:kim"], view.Narrower);
    }
}
