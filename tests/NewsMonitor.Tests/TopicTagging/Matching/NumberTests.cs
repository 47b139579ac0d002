using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class NumberTests
{
    private static readonly LexiconSnapshot Shipped = LexiconSnapshot.LoadEmbedded();

    private static bool Matches(string query, string text, string language = "en") =>
        TopicMatcher.Compile(Shipped, [(new TopicDefinition("t", "T", query), 1)]).Match(SmallLexicon.Input("", text, language)).Count > 0;

    [Theory]
    [InlineData("en", "13,000 and 6.5", "13000 6.5")]
    [InlineData("de", "13.000 und 6,5", "13000 6.5")]
    [InlineData("fr", "13 000 et 1 234 567,8", "13000 1234567.8")]
    [InlineData("en", "6.125 and 0.125", "6.125 0.125")]
    [InlineData("en", "12 million, 1.5 billion and 5bn", "12000000 1500000000 5000000000")]
    [InlineData("de", "2 Billionen und 3,5 Millionen", "2000000000000 3500000")]
    [InlineData("es", "5 mil millones", "5000000000")]
    [InlineData("ru", "12,4 млн и 30 тысяч", "12400000 30000")]
    [InlineData("ar", "١٣٬٠٠٠ و٥ آلاف", "13000 5000")]
    [InlineData("fa", "۱۳ هزار", "13000")]
    [InlineData("hi", "१३,००० और 2 लाख", "13000 200000")]
    [InlineData("ja", "1,3万人と3万5000人", "13000 35000")]
    [InlineData("zh-Hans", "1.2亿和十二万", "120000000 120000")]
    [InlineData("ko", "1만 3천명", "13000")]
    [InlineData("th", "3 ล้านคน", "3000000")]
    [InlineData("hu", "2,5 millióan", "2500000")]
    [InlineData("tr", "15 bin kişi", "15000")]
    [InlineData("en", "the 7th of G20 in 50km", "50")]
    [InlineData("en", "1,00,000 and 1.234.567,89", "100000 1234567.89")]
    public void Numbers_mean_what_readers_of_the_language_read(string language, string text, string expected)
    {
        var numbers = NumberReader.Read(Tokenizer.Tokenize("", text, Folding.ProfileOf(language)), language);
        Assert.Equal(expected, string.Join(' ', numbers.Select(n => n.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("A magnitude 6.5 earthquake struck.", "en", true)]
    [InlineData("A 6.8-magnitude quake hit 10 towns.", "en", true)]
    [InlineData("A magnitude 5.9 earthquake struck 70 villages.", "en", false)]
    [InlineData("Un terremoto di magnitudo 7,1 ha colpito la costa.", "it", true)]
    [InlineData("Землетрясение магнитудой 6,7 произошло утром.", "ru", true)]
    [InlineData("マグニチュード6.6の地震があった。", "ja", true)]
    [InlineData("发生6.9级地震。", "zh-Hans", true)]
    [InlineData("زلزال بقوة ٦٫٨ درجات ضرب البلاد.", "ar", true)]
    public void A_number_counts_with_its_unit_in_every_language(string text, string language, bool expected) =>
        Assert.Equal(expected, Matches("number(>=6.5 magnitude)", text, language));

    [Fact]
    public void A_unit_belongs_to_the_nearest_number()
    {
        const string Text = "Officials counted 50 cases and 3 deaths.";
        Assert.True(Matches("number(=50 cases)", Text));
        Assert.False(Matches("number(=3 cases)", Text));
        Assert.True(Matches("number(<10 deaths)", Text));
    }

    [Fact]
    public void A_sign_is_a_unit() => Assert.True(Matches("number(>=10 percent) AND number(>=2 million dollars)", "Up 12 % to $3 million."));

    [Fact]
    public void A_number_stands_under_sentence_and_near()
    {
        Assert.True(Matches("theme:earthquake SENTENCE number(>=6 magnitude)", "An earthquake of magnitude 6.2 struck."));
        Assert.False(Matches("theme:earthquake SENTENCE number(>=6 magnitude)", "An earthquake struck. The last one had magnitude 6.2."));
        Assert.True(Matches("hospital NEAR/3 number(>=50 cases)", "The hospital counts 60 cases."));
    }
}
