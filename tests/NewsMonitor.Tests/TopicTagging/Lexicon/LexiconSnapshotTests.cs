using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Lexicon;

public class LexiconSnapshotTests
{
    private static readonly LexiconSnapshot Shipped = LexiconSnapshot.LoadEmbedded();

    [Fact]
    public void Every_pattern_of_every_language_compiles()
    {
        foreach (var language in Shipped.Languages) PatternIndex.Compile(Shipped, language, Folding.ProfileOf(language));
    }

    [Fact]
    public void Every_compound_names_known_concepts() =>
        Assert.All(Shipped.Compounds.SelectMany(c => c.Yields), id => Assert.True(Shipped.TryGet(id, out _), id));

    [Fact]
    public void The_version_names_the_content()
    {
        Assert.Equal(Shipped.Version, LexiconSnapshot.LoadEmbedded().Version);
        Assert.Equal(12, Shipped.Version.Length);
    }

    [Fact]
    public void A_misspelt_concept_finds_its_neighbour() => Assert.Equal("person:lavrov", Shipped.Nearest("person:lavrow"));
}
