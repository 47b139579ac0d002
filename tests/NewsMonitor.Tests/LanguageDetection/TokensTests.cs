using System.Text;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class TokensTests
{
    [Theory]
    [InlineData("ALL CAPS Headline", "all caps headline")]
    [InlineData("İstanbul'da", "istanbul'da")]
    [InlineData("L\u2019economia \u2018cresce\u2019", "l'economia cresce")]
    [InlineData("see https://example.org/a?b=c or www.example.org now", "see or now")]
    [InlineData("write to a.b@example.org or @handle #tag today", "write to or today")]
    [InlineData("the 3rd G20 of 2026 in Rome", "the of in rome")]
    [InlineData("می\u200Cشود", "میشود")]
    [InlineData("Apple が新型 iPhone", "apple iphone")]
    [InlineData("\uD83D\uDE00 x\uD83Dy", "x y")]
    public void Text_is_read_as_lower_case_words_of_letters(string text, string words) => Assert.Equal(words, Read(text));

    [Fact]
    public void Letters_are_counted_by_script_but_not_single_ones()
    {
        var words = new WordBuffer();
        Tokens.Read("α β γ Αθήνα Rome 東京", words);
        Assert.Equal(5, words.Letters[(int)Script.Greek]);
        Assert.Equal(4, words.Letters[(int)Script.Latin]);
        Assert.Equal(2, words.Letters[(int)Script.Han]);
    }

    private static string Read(string text)
    {
        var words = new WordBuffer();
        Tokens.Read(text, words);
        var result = new List<string>();
        foreach (var word in words.Words)
            result.Add(Encoding.UTF8.GetString(words.BytesOf(word)[1..^1]));
        return string.Join(' ', result);
    }
}
