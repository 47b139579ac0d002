using System.Text;
using NewsMonitor.LanguageDetection.Detection;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class DetectorLimitsTests
{
    private static readonly ModelDetector Detector = new(LanguageModel.Load());

    [Fact]
    public void Any_characters_are_answered_without_an_exception()
    {
        var random = new Random(7);
        var buffer = new char[300];
        for (var i = 0; i < 20_000; i++)
        {
            var length = random.Next(buffer.Length);
            for (var j = 0; j < length; j++)
                buffer[j] = (char)random.Next(i % 2 == 0 ? 0x500 : char.MaxValue + 1);
            var language = Detector.Detect(new string(buffer, 0, length), "", null);
            Assert.InRange(language.Confidence, 0, 1);
        }
    }

    [Fact]
    public void Any_bytes_are_answered_without_an_exception()
    {
        var random = new Random(8);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Assert.NotEmpty(Detector.Detect("", Encoding.UTF8.GetString(bytes), "xx").Tag);
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('я')]
    [InlineData('ا')]
    [InlineData('中')]
    [InlineData('\'')]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('\u0301')]
    [InlineData('\uD800')]
    public void A_mebibyte_of_one_character_is_answered_from_its_beginning(char character)
    {
        var text = new string(character, 1024 * 1024);
        var words = new WordBuffer();
        Sample.Read(Sample.Compose(text, new char[Sample.MaxLength]), text, words);
        Assert.InRange(words.Letters.ToArray().Sum(), 0, 2 * Sample.MaxLength);
        Assert.NotEmpty(Detector.Detect(text, text, null).Tag);
    }

    [Fact]
    public void Surrogate_pair_at_the_border_of_the_sample_is_not_cut()
    {
        var text = new string('政', Sample.MaxLength - 1) + "𠮷府";
        Assert.Equal("zh-Hans", Detector.Detect("", text, null).Tag);
        var accents = new string('é', Sample.MaxLength - 1).Normalize(NormalizationForm.FormD) + "𠮷";
        Assert.NotEmpty(Detector.Detect(accents, accents, null).Tag);
    }

    [Fact]
    public void Accents_that_stand_beside_their_letters_change_no_answer()
    {
        const string Text = "Le président a déclaré que la réunion était très importante pour l'économie";
        Assert.Equal(Detector.Detect(Text, "", null), Detector.Detect(Text.Normalize(NormalizationForm.FormD), "", null), (a, b) => a.Tag == b.Tag && a.Confidence.Equals(b.Confidence));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_text_once_its_code_is_compiled()
    {
        string[] texts =
        [
            "Il governo ha approvato ieri sera il decreto sulle pensioni", "Vlada je donijela odluku", "政府は昨夜、長い会議の末に", "Правительство приняло закон",
            "Ẹ̀kọ́ ṣe pàtàkì fún gbogbo ọmọ", "le président a été élu".Normalize(NormalizationForm.FormD), "",
        ];
        // While the compiler works on a method, the thread that calls it may allocate: the least of many rounds counts.
        Assert.Equal(0, Enumerable.Range(0, 100).Min(_ => Allocated(texts)));
    }

    private static long Allocated(string[] texts)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            Detector.Decide(text, text, "sr");
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
