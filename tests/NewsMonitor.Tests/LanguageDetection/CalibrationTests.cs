using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class CalibrationTests
{
    private static readonly LanguageTable Languages = new(["it", "de"]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(16, 0)]
    [InlineData(17, 1)]
    [InlineData(int.MaxValue, 4)]
    public void Texts_have_buckets_by_length(int letters, int bucket) => Assert.Equal(bucket, Calibration.BucketOf(letters));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void Without_a_file_the_probability_stays(double probability) =>
        Assert.Equal(probability, Calibration.Identity(Languages).ConfidenceOf(0, Features.Of(probability, 3), 40), 5);

    [Fact]
    public void Score_far_from_the_usual_one_lowers_the_confidence()
    {
        var calibration = Calibration.Read(new StringReader("threshold 0.4\nusual it 5 1\nlength 2 0 1 1 0\n"), Languages);
        Assert.Equal(0.4, calibration.MinConfidence);
        Assert.InRange(calibration.ConfidenceOf(0, Features.Of(0.9, 1), 40), 0, calibration.ConfidenceOf(0, Features.Of(0.9, 5), 40) - 0.1);
    }

    [Fact]
    public void Line_that_is_no_calibration_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Calibration.Read(new StringReader("weight 3"), Languages));
}
