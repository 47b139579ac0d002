using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class PatternTests
{
    [Theory]
    [InlineData("ammunition", "the Ammunition,", true)]
    [InlineData("ammunition", "ammunitions", false)]
    [InlineData("soldat%", "Soldaten", true)]
    [InlineData("soldat%", "soldatxxxxx", true)]
    [InlineData("soldat%", "soldatxxxxxx", false)]
    [InlineData("soldat%1", "soldaten", false)]
    [InlineData("soldat*", "Soldatenfriedhof", true)]
    [InlineData("*angriff", "Luftangriff", true)]
    [InlineData("*angriff", "Angriffe", false)]
    [InlineData("*angriff%1", "Drohnenangriffe", true)]
    [InlineData("*angriff*", "Angriffskrieg", true)]
    [InlineData("=WHO", "who said", false)]
    [InlineData("=WHO", "the WHO said", true)]
    [InlineData("\"armed force%\"", "the armed forces", true)]
    [InlineData("\"armed force%\"", "armed by forces", false)]
    [InlineData("\"l'Iran\"", "contre l’Iran", true)]
    public void A_word_matches_what_its_form_says(string query, string text, bool expected) => Assert.Equal(expected, Matches(query, text));

    [Theory]
    [InlineData("북한", "북한군은 북한이", true)]
    [InlineData("露朝", "露朝首脳", true)]
    [InlineData("รัสเซีย", "ประเทศรัสเซียส่งทหาร", true)]
    [InlineData("平壌", "平 壌", false)]
    public void Scripts_without_spaces_match_inside_words(string query, string text, bool expected) => Assert.Equal(expected, Matches(query, text, "und"));

    [Theory]
    [InlineData("country:RU", "قال لروسيا", "ar")]
    [InlineData("country:KP", "وكوريا الشمالية", "ar")]
    [InlineData("country:KP", "לצפון קוריאה", "he")]
    [InlineData("country:KP", "שבצפון קוריאה", "he")]
    public void Small_words_may_be_written_in_front(string query, string text, string language)
    {
        var match = Match(query, text, language);
        Assert.NotNull(match);
        var span = match.Clauses[0].Spans[0];
        Assert.True(span.Start == 0 || text[span.Start - 1] == ' ');
    }

    [Fact]
    public void The_longest_country_name_wins()
    {
        Assert.True(Matches("country:KP", "North Korea fired"));
        Assert.False(Matches("country:KR", "North Korea fired"));
        Assert.True(Matches("country:KR", "North Korea and Korea"));
    }

    [Fact]
    public void A_longer_name_or_homonym_does_not_count()
    {
        Assert.False(Matches("country:RU", "in Moscow, Idaho"));
        Assert.False(Matches("place:tokyo-kyoto", "東京都で", "ja"));
        Assert.True(Matches("place:tokyo-kyoto", "京都で", "ja"));
    }

    [Fact]
    public void Short_forms_count_once_the_full_name_stands_anywhere()
    {
        Assert.False(Matches("person:kim", "Kim left early."));
        Assert.Equal(2, Match("person:kim", "Kim left early.", title: "Kim Jong Un in Wonsan")!.Clauses.Sum(c => c.Spans.Count));
        Assert.Single(Match("person:kim", "kim bilir", title: "Kim Jong Un")!.Clauses[0].Spans);
    }

    [Fact]
    public void A_person_counts_for_the_country()
    {
        var clause = Assert.Single(Match("country:KP", "Kim Jong Un smiled.")!.Clauses);
        Assert.Equal(("country:KP", "person:kim"), (clause.Clause, clause.Concept));
    }

    [Fact]
    public void One_pattern_may_carry_two_concepts()
    {
        Assert.True(Matches("country:KP SENTENCE country:RU", "북러 정상회담", "ko"));
        Assert.False(Matches("country:KP SENTENCE country:RU", "북한 정상회담", "ko"));
    }

    [Fact]
    public void Capitals_say_nothing_in_a_shouted_title()
    {
        Assert.False(Matches("org:who", "", title: "WHO WON THE CUP"));
        Assert.True(Matches("org:who", "", title: "The WHO warns"));
    }

    [Theory]
    [InlineData("They sent shells", false)]
    [InlineData("They send a lot of shells", true)]
    [InlineData("Shells that they will sends", true)]
    [InlineData("They send nothing. The shells rest", false)]
    [InlineData("a weapons deal", true)]
    [InlineData("ein Drohnenangriff", true)]
    public void Lexicon_patterns_know_alternatives_and_nearness(string text, bool expected) => Assert.Equal(expected, Matches("theme:arms", text));
}
