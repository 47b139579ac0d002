using System.Text;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("perché l'économie à l'été, naïve garçon, příští, tiếng việt, ọjọ́ ẹ̀kọ́, ĝis, ķīniešu")]
    [InlineData("йод и ёж, їжак, ў, ѓ, ќ")]
    public void Lower_case_text_is_joined_as_normalization_form_c_does(string text) =>
        Assert.Equal(text.Normalize(NormalizationForm.FormC), Compose(text.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Capital_with_an_accent_becomes_small() => Assert.Equal("ÉTAT".ToLowerInvariant(), Compose("E\u0301TAT").ToLowerInvariant());

    [Fact]
    public void Accents_are_joined_in_either_order() => Assert.Equal("ệ", Compose("ê\u0323"));

    [Theory]
    [InlineData("")]
    [InlineData("\u0301")]
    [InlineData("q\u0301")]
    [InlineData("\uD83D\u0301")]
    [InlineData("plain text")]
    public void What_cannot_be_joined_stays(string text) => Assert.Equal(text, Compose(text));

    private static string Compose(string text) => Composition.Compose(text, new char[text.Length]).ToString();
}
