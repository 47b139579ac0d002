using System.Globalization;
using System.Text;
using NewsMonitor.LanguageDetection.Detection;
using NewsMonitor.LanguageDetection.FastText;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class FastTextParityTests
{
    private static readonly FastTextModel Model = LanguageModel.Load().Classifier;

    [Fact]
    public void Every_stored_row_has_the_label_and_probability_of_the_reference_program()
    {
        var rows = System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "langid", "golden.tsv")).Select(line => line.Split('\t')).ToList();
        Assert.InRange(rows.Count, 200, 2000);
        Assert.All(rows, row =>
        {
            var (label, probability) = Predict(row[2]);
            Assert.Equal(row[0], label);
            Assert.Equal(double.Parse(row[1], CultureInfo.InvariantCulture), probability, 1e-3);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(60)]
    [InlineData(5000)]
    [InlineData(1_000_000)]
    public void Model_that_is_cut_is_refused(int length)
    {
        var file = File();
        Assert.Throws<InvalidDataException>(() => FtzFile.Read(file.AsSpan(0, length)));
    }

    [Fact]
    public void File_of_another_format_is_refused() => Assert.Throws<InvalidDataException>(() => FtzFile.Read(new byte[100]));

    private static byte[] File()
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream("languages.ftz")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static (string Label, double Probability) Predict(string line)
    {
        var sum = new float[Model.Dimension];
        var count = Model.AddEndOfLine(sum);
        foreach (var word in line.Split(' '))
            count += Model.Add(Encoding.UTF8.GetBytes($"<{word}>"), SubwordHash.Of(Encoding.UTF8.GetBytes(word)), sum);
        double[] exponentials = [.. Enumerable.Range(0, Model.Labels.Count).Select(label => Math.Exp(Model.ScoreOf(label, sum) / count))];
        var best = Array.IndexOf(exponentials, exponentials.Max());
        return (Model.Labels[best], exponentials[best] / exponentials.Sum());
    }
}
