using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Lexicon;

public class CountryTableTests
{
    private static readonly LexiconSnapshot Shipped = LexiconSnapshot.LoadEmbedded();

    private static string Countries(string text, string language)
    {
        var profile = Folding.ProfileOf(language);
        var hits = LexiconIndex.Of(Shipped).Find(Tokenizer.Tokenize("", text, profile), LanguageChoice.For([language], Shipped, "", text), profile);
        return string.Join(',', hits.Own.Keys.Select(o => Shipped[o]).Where(c => c.Kind == Concept.CountryKind).Select(c => c.Id[8..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_country_is_named_in_at_least_48_languages()
    {
        var countries = Shipped.Concepts.Where(c => c.Kind == Concept.CountryKind).ToList();
        Assert.True(countries.Count >= 250);
        Assert.All(countries, c => Assert.True(c.Patterns.Count >= 48, $"{c.Id} {c.Patterns.Count}"));
    }

    [Theory]
    [InlineData("Islandia og Danmark", "da", "DK")]
    [InlineData("Proti Nigeriji in Nigru", "sl", "NE,NG")]
    [InlineData("Lietuvos ir Nigerijos prezidentai", "lt", "LT,NG")]
    [InlineData("Eesti ja Nigeeria välisministrid", "et", "EE,NG")]
    [InlineData("Միացյալ Նահանգները և Ֆրանսիայի կառավարությունը", "hy", "FR,US")]
    [InlineData("ইরানের প্রেসিডেন্ট ও জাপানি মন্ত্রী", "bn", "IR,JP")]
    [InlineData("የኢትዮጵያ እና የኬንያ መንግስት", "am", "ET,KE")]
    [InlineData("Исландские власти и Люксембург", "ru", "IS,LU")]
    public void Inflected_names_are_found(string text, string language, string expected) => Assert.Equal(expected, Countries(text, language));

    [Theory]
    [InlineData("Того не знал никто", "ru")]
    [InlineData("شام کے وقت لوگ جمع ہوئے", "ur")]
    [InlineData("New Jersey fans and a hanging chad ate turkey", "en")]
    [InlineData("La réunion commence", "fr")]
    [InlineData("Guinea pigs in New Guinea", "en")]
    [InlineData("Man kan se mali og togo", "nb")]
    [InlineData("הבנין נבנה", "he")]
    public void Words_that_mean_something_else_are_not(string text, string language) => Assert.DoesNotContain(
        Countries(text, language).Split(','), code => code is "TG" or "SY" or "JE" or "TD" or "TR" or "RE" or "GN" or "IM" or "ML" or "BJ");

    [Fact]
    public void What_people_wrote_wins() => Assert.Contains("Quirinale", Shipped[Shipped.OrdinalOf("country:IT")].Patterns["it"].Full);

    [Fact]
    public void A_language_of_countries_only_borrows_everything_but_countries()
    {
        var chosen = LanguageChoice.For(["sl"], Shipped, "", "Besedilo");
        Assert.Contains("sl", chosen);
        Assert.Contains("~sr", chosen);
        Assert.DoesNotContain("sr", chosen);
    }
}
