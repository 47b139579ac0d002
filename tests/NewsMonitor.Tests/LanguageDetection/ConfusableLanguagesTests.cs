using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class ConfusableLanguagesTests
{
    private static readonly LanguageModel Model = LanguageModel.Load();

    [Theory]
    [InlineData("nb", "da", true)]
    [InlineData("hr", "sr-Latn", true)]
    [InlineData("id", "ms", true)]
    [InlineData("hr", "sr", false)]
    [InlineData("it", "es", false)]
    [InlineData("it", "xx", false)]
    public void Confusable_languages_are_of_one_group(string first, string second, bool confusable) =>
        Assert.Equal(confusable, Model.Confusable.Are(first, second));

    [Theory]
    [InlineData("no", "nb nn")]
    [InlineData("nb-NO", "nb")]
    [InlineData("SR", "sr-Latn")]
    [InlineData("it", "")]
    [InlineData(null, "")]
    [InlineData("-", "")]
    public void Declared_language_means_those_of_a_group_only(string? declared, string labels)
    {
        Span<int> meant = stackalloc int[2];
        var tags = new List<string>();
        foreach (var label in meant[..DeclaredLanguage.Find(Model, declared, meant)])
            tags.Add(Model.Languages.TagOf(label));
        Assert.Equal(labels, string.Join(' ', tags.Order()));
    }

    [Fact]
    public void Line_that_is_no_word_list_is_refused() =>
        Assert.Throws<InvalidDataException>(() => ConfusableLanguages.Read(new StringReader("[hr bs]\nhr words"), Model.Languages));
}
