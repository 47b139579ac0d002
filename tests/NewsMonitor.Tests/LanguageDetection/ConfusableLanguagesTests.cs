using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class ConfusableLanguagesTests
{
    [Theory]
    [InlineData("nb", "no", true)]
    [InlineData("da", "no", true)]
    [InlineData("hr", "sr-Latn", true)]
    [InlineData("it", "es", false)]
    public void Confusable_languages_are_of_one_group(string first, string second, bool confusable) =>
        Assert.Equal(confusable, ConfusableLanguages.Are(first, second));
}
