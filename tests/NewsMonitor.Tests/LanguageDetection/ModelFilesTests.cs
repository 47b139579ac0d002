using System.Security.Cryptography;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class ModelFilesTests
{
    private const int MostBytes = 3_000_000;
    private static readonly string[] Names = ["languages.ftz", "letters.txt", "confusable-words.txt", "calibration.txt"];

    [Fact]
    public void Model_and_its_lists_take_less_than_three_megabytes() =>
        Assert.InRange(Names.Sum(name => Read(name).Length), 1, MostBytes);

    [Fact]
    public void Page_beside_the_model_names_its_hash()
    {
        var page = File.ReadAllText(Path.Combine(Folder(), "README.md"));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Read("languages.ftz"))), page, StringComparison.Ordinal);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsMonitor.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside a checkout.");
        return Path.Combine(folder.FullName, "services", "language-detection", "Model");
    }
}
