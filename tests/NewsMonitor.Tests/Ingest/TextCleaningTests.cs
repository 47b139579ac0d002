using NewsMonitor.Ingest.Cleaning;

namespace NewsMonitor.Tests.Ingest;

public sealed class TextCleaningTests
{
    private const string Sentence = "The minister said on Monday that the talks would go on, and that nobody had left the table.";

    [Theory]
    [InlineData("Source link\n\nLeave a comment\n\nYour email address will not be published.")]
    [InlineData("Lascia un commento\nNome (obbligatorio)\n\nBack To Top")]
    [InlineData("Оставить комментарий")]
    [InlineData("コメントを残す")]
    public void Comment_form_and_what_follows_go(string tail) => Assert.Equal(Sentence, Clean($"{Sentence}\n\n{tail}"));

    [Fact]
    public void Headlines_of_a_most_read_list_go_and_the_article_goes_on() =>
        Assert.Equal($"{Sentence}\n\n{Sentence}", Clean($"{Sentence}\n\nMost read\nTroops sent abroad\nWar of words\n\n{Sentence}"));

    [Fact]
    public void Menus_go() => Assert.Equal(Sentence, Clean($"World | Asia | Reading time: 3 minutes\n\n{Sentence}"));

    [Theory]
    [InlineData("Most read the letter with dismay, the spokesman said, and few were prepared to answer it at once.")]
    [InlineData("Commentators say that the advertisement of the treaty was premature.")]
    public void Sentence_that_merely_begins_with_such_words_stays(string sentence) => Assert.Equal(sentence, Clean(sentence));

    [Fact]
    public void Headline_repeated_above_the_text_goes() => Assert.Equal(Sentence, Clean($"A headline\n\nA headline\n\n{Sentence}"));

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        var once = TextCleaning.Clean("  A\theadline \r\n", $"\uFEFF{Sentence}\r\n \r\n\r\nb\u0007c  d\n\nShare this\n\nend");
        Assert.Equal(once, TextCleaning.Clean(once.Title, once.Text));
        Assert.Equal(new ArticleText("A headline", $"{Sentence}\n\nbc d\n\nend"), once);
    }

    [Fact]
    public void Headline_repeated_below_a_leftover_goes_at_the_first_cleaning() =>
        Assert.Equal(Sentence, Clean($"Share this\n\nA headline\n\n{Sentence}"));

    [Fact]
    public void Html_gives_the_article_without_scripts_and_furniture()
    {
        var text = HtmlText.Extract("<title>T</title><nav>menu</nav><article><h1>Head</h1><p>One<br>two <b>bold</b></p><script>x()</script><p>Three</article><footer>f</footer>");
        Assert.Equal("Head", text.Title);
        Assert.Equal("One\ntwo bold\n\nThree", Clean(text.Text, "Head"));
    }

    [Fact]
    public void Hostile_nesting_is_read() =>
        Assert.Contains("deep", HtmlText.Extract(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "deep").Text, StringComparison.Ordinal);

    private static string Clean(string text, string title = "A headline") => TextCleaning.Clean(title, text).Text;
}
