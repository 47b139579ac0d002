using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Text;

public class TokenizerTests
{
    private static TokenStream Read(string body, string language = "und", string title = "") =>
        Tokenizer.Tokenize(title, body, Folding.ProfileOf(language));

    private static string Folded(string body, string language = "und")
    {
        var stream = Read(body, language);
        return string.Join('|', Enumerable.Range(0, stream.Tokens.Length).Select(i => stream.Folded(i).ToString()));
    }

    [Theory]
    [InlineData("L’Iran, nord-coréen", "l|iran|nord|coreen")]
    [InlineData("Straße Ærø Łódź Đà", "strasse|aero|lodz|da")]
    [InlineData("13.000 6,5 2024.", "13.000|6,5|2024")]
    [InlineData("Йод ёлка їжак", "йод|елка|їжак")]
    [InlineData("Ελλάς Ρώσος", "ελλασ|ρωσοσ")]
    [InlineData("ＮＡＴＯ ｷﾑ", "nato|キ|ム")]
    [InlineData("أوكرانيا روسـيّة کره‌شمالی", "اوكرانيا|روسيه|كرهشمالي")]
    [InlineData("צה\"ל ג'ורג' שָׁלוֹם", "צהל|גורג|שלום")]
    [InlineData("金正恩 露朝", "金|正|恩|露|朝")]
    [InlineData("북한군은", "북|한|군|은")]
    [InlineData("รัสเซีย", "รั|ส|เ|ซี|ย")]
    [InlineData("क़ ज़ाँ", "क|जां")]
    [InlineData("sol\u00ADdiers ru\u200Bssia", "soldiers|russia")]
    [InlineData("Кі\u0301м Коре\u0301я", "кім|корея")]
    public void Words_are_folded_as_readers_see_them(string text, string expected) => Assert.Equal(expected, Folded(text));

    [Theory]
    [InlineData("tr", "IRAK İran ılık", "ırak|iran|ılık")]
    [InlineData("vi", "Triều Tiên", "triều|tiên")]
    [InlineData("sv", "Åland café", "åland|cafe")]
    [InlineData("sr", "Ђорђе Njegoš Кина", "dorde|njegos|kina")]
    public void Folding_follows_the_language(string language, string text, string expected) => Assert.Equal(expected, Folded(text, language));

    [Fact]
    public void Unpaired_surrogates_divide_words_and_shift_nothing()
    {
        const string Text = "\uD800Russia\uDC00 Korea";
        var tokens = Read(Text).Tokens;
        Assert.Equal(["Russia", "Korea"], tokens.ToArray().Select(t => Text.Substring(t.Start, t.Length)));
    }

    [Fact]
    public void A_decomposed_word_covers_all_its_marks()
    {
        const string Text = "la Core\u0301e";
        var token = Read(Text).Tokens[1];
        Assert.Equal("Core\u0301e", Text.Substring(token.Start, token.Length));
    }

    [Fact]
    public void Composed_and_decomposed_text_fold_alike()
    {
        const string Text = "Северной Кореей, 북한, Pyŏngyang, プーチン, năm";
        foreach (var language in new[] { "und", "vi", "tr", "sv", "sr" })
        {
            Assert.Equal(Folded(Text, language), Folded(Text.Normalize(System.Text.NormalizationForm.FormD), language));
        }
    }

    [Fact]
    public void Syllables_of_a_korean_word_share_its_ordinal()
    {
        var words = Read("북한군은 러시아").Tokens.ToArray().Select(t => t.Word);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], words);
    }

    [Theory]
    [InlineData("a.b", 1)]
    [InlineData("Kim met Putin. They talked! Why? So", 4)]
    [InlineData("Dr. Kim of the U.S. Army met J. R. Smith on 13. Juli in Bonn", 1)]
    [InlineData("金正恩氏が会った。露朝だ！", 2)]
    [InlineData("التقى كيم بوتين. وقال؟ نعم", 3)]
    [InlineData("किम मिले। पुतिन गए।", 2)]
    [InlineData("Heading\nThe text goes on", 2)]
    [InlineData("One.\n\nTwo.", 2)]
    public void Sentences_end_where_the_script_says(string text, int expected) => Assert.Equal(expected, Read(text).Sentences.Length - 1);

    [Fact]
    public void The_title_is_a_sentence_and_a_paragraph_of_its_own()
    {
        var stream = Read("Body", title: "Title. More\n\nof it");
        Assert.Equal([0, 0, 0, 0, 1], stream.Tokens.ToArray().Select(t => t.Sentence));
        Assert.Equal([0, 0, 0, 0, 1], stream.Tokens.ToArray().Select(t => t.Paragraph));
    }

    [Fact]
    public void An_overlong_sentence_counts_as_its_windows()
    {
        var stream = Read(string.Join(' ', Enumerable.Repeat("word", 200)));
        Assert.Equal(0, stream.SentencesBetween(0, 59));
        Assert.Equal(1, stream.SentencesBetween(0, 60));
        Assert.Equal(0, stream.SentencesBetween(100, 159));
    }

    /// <summary>
    /// Words of plain letters take a shorter way, which a text that has to be normalised does not: a mark at its very end sends all of it the
    /// long way.
    /// </summary>
    [Fact]
    public void Short_way_and_long_way_cut_alike()
    {
        const string Decomposed = "\n\ne\u0301";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "eval", "articles.jsonl")))
        {
            var article = System.Text.Json.JsonElement.Parse(line);
            var (title, body) = (article.GetProperty("title").GetString()!, article.GetProperty("body").GetString()!);
            if (!body.IsNormalized()) continue;
            Assert.Equal(Cut(title + "\n\nx", body + "\n\nx"), Cut(title + Decomposed, body + Decomposed));
        }
    }

    // The added word ends each field.
    private static string[] Cut(string title, string body)
    {
        var stream = Read(body, title: title);
        return [.. Enumerable.Range(0, stream.Tokens.Length)
            .Where(i => stream.Tokens[i].Start < stream.FieldText(stream.Tokens[i].Field).LastIndexOf('\n'))
            .Select(i => $"{stream.Tokens[i]} {stream.Folded(i)} {stream.WordHashes[i]}")];
    }
}
