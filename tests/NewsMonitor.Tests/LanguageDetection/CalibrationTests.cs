using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class CalibrationTests
{
    private static readonly LanguageTable Languages = new(["it", "de"]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(28, 0)]
    [InlineData(29, 1)]
    [InlineData(int.MaxValue, 3)]
    public void Texts_have_buckets_by_length(int letters, int bucket) => Assert.Equal(bucket, Calibration.BucketOf(letters));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void Without_a_file_the_probability_stays(double probability) =>
        Assert.Equal(probability, Calibration.Identity(Languages).ConfidenceOf(0, Features.Of(probability), 40), 5);

    [Fact]
    public void Text_unlike_others_in_its_language_lowers_the_confidence()
    {
        // Weights of the score, of whole words, of the vector's length, of known n-grams, and against rare letters.
        var calibration = Calibration.Read(new StringReader("threshold 0.4\nusual it 5 1 3 1 9 1 0.9 0.1\nlength 1 0 1 1 0 1 1 1 -0.1 0\n"), Languages);
        var usual = Features.Of(0.9) with { Score = 5, Words = 3, Length = 9, Known = 0.9, Rarest = 5 };
        var confidence = calibration.ConfidenceOf(0, usual, 40);
        Assert.Equal(0.4, calibration.MinConfidence);
        Assert.All(
            new[] { usual with { Score = 1 }, usual with { Words = 0 }, usual with { Length = 5 }, usual with { Known = 0.4 }, usual with { Rarest = LetterRarity.Absent } },
            unlike => Assert.InRange(calibration.ConfidenceOf(0, unlike, 40), 0, confidence - 0.01));
    }

    [Theory]
    [InlineData("weight 3")]
    [InlineData("length 1 0 1 1 0")]
    [InlineData("usual it 5 1")]
    public void Line_that_is_no_calibration_is_refused(string line) =>
        Assert.Throws<InvalidDataException>(() => Calibration.Read(new StringReader(line), Languages));
}
