using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class CrowdedPairsTests
{
    private static Occurrence Word(int token) =>
        new(new Clause { Id = 0, Kind = ClauseKind.Literal, Source = new WordNode(0, "word") }, new ConceptHit(new Hit(token, token), -1));

    private static Occurrence Concept(int token, int concept) =>
        new(new Clause { Id = 0, Kind = ClauseKind.Concept, Source = new ConceptNode(0, "theme:one"), Number = concept }, new ConceptHit(new Hit(token, token), concept));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public void Over_one_stretch_of_text_one_more_is_kept_than_other_words_can_stand_in_the_way(int others, int kept)
    {
        var (ends, pairs) = (new Occurrence(Word(0), Word(9)), new CrowdedPairs(others));
        for (var token = 1; token < 9; token++) Assert.True(pairs.Add(ends, Word(token)));
        Assert.Equal(kept, pairs.Pairs.Count);
    }

    [Fact]
    public void Other_stretches_are_all_kept()
    {
        var pairs = new CrowdedPairs(0);
        for (var token = 1; token < 9; token++) Assert.True(pairs.Add(Word(0), Word(token)));
        Assert.Equal(8, pairs.Pairs.Count);
    }

    [Fact]
    public void Two_of_one_word_are_no_pair_unless_it_carries_two_concepts()
    {
        var pairs = new CrowdedPairs(1);
        pairs.Add(Word(3), Word(3));
        pairs.Add(Concept(3, 1), Concept(3, 1));
        Assert.Empty(pairs.Pairs);
        pairs.Add(Concept(3, 1), Concept(3, 2));
        Assert.Single(pairs.Pairs);
    }

    [Fact]
    public void Another_concept_in_the_same_words_makes_a_difference()
    {
        var (ends, pairs) = (new Occurrence(Word(0), Word(9)), new CrowdedPairs(1));
        pairs.Add(ends, Word(4));
        pairs.Add(ends, Concept(4, 1));
        Assert.Equal(2, pairs.Pairs.Count);
    }
}
