using System.Security.Cryptography;
using NewsMonitor.LanguageDetection.FastText;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>The data files in <c>Model/</c>: the classifier, letters, word lists for confusable languages, and the calibration.</summary>
internal sealed class LanguageModel
{
    private static readonly string[] Files = ["languages.ftz", "letters.txt", "confusable-words.txt", "calibration.txt"];

    private readonly int[][] _labelsOfScript;
    private readonly Lazy<string> _version;

    /// <summary>Puts the parts together.</summary>
    /// <param name="file">The classifier, as fastText's <c>quantize</c> writes it.</param>
    /// <param name="letters">Letters of each language, see <see cref="LetterRarity.Read"/>.</param>
    /// <param name="words">Word lists, see <see cref="ConfusableLanguages.Read"/>.</param>
    /// <param name="calibration">See <see cref="Calibration.Read"/>; null for none.</param>
    /// <param name="without">Languages that are unknown even where their script would tell them.</param>
    /// <exception cref="InvalidDataException">A file is broken.</exception>
    public LanguageModel(byte[] file, TextReader letters, TextReader words, TextReader? calibration, params IReadOnlyCollection<string> without)
    {
        _version = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(file))[..12]);
        Classifier = FtzFile.Read(file);
        Languages = new LanguageTable(Classifier.Labels, without);
        Letters = LetterRarity.Read(letters, Languages);
        Confusable = ConfusableLanguages.Read(words, Languages);
        Calibration = calibration is null ? Calibration.Identity(Languages) : Calibration.Read(calibration, Languages);
        _labelsOfScript = [.. Enum.GetValues<Script>().Select(script => Enumerable.Range(0, Languages.ModelLabels).Where(label => Languages.ScriptOf(label) == script).ToArray())];
    }

    /// <summary>The first twelve digits of the classifier's SHA-256.</summary>
    public string Version => _version.Value;

    /// <summary>Size of all files that are part of the program.</summary>
    public static long Bytes => Files.Sum(name => Open(name).Length);

    /// <summary>The classifier.</summary>
    public FastTextModel Classifier { get; }

    /// <summary>All languages.</summary>
    public LanguageTable Languages { get; }

    /// <summary>How rare letters are in each language.</summary>
    public LetterRarity Letters { get; }

    /// <summary>Languages that are taken for one another.</summary>
    public ConfusableLanguages Confusable { get; }

    /// <summary>How far the classifier is to be believed.</summary>
    public Calibration Calibration { get; }

    /// <summary>Reads the files that are part of the program.</summary>
    public static LanguageModel Load()
    {
        using var file = Open(Files[0]);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return LoadWith(bytes);
    }

    /// <summary>Another classifier with the word lists and the calibration of the program.</summary>
    /// <param name="bytes">The classifier's file.</param>
    /// <param name="without">Languages that are unknown even where their script would tell them.</param>
    public static LanguageModel LoadWith(byte[] bytes, params IReadOnlyCollection<string> without)
    {
        using var letters = new StreamReader(Open(Files[1]));
        using var words = new StreamReader(Open(Files[2]));
        using var calibration = new StreamReader(Open(Files[3]));
        return new LanguageModel(bytes, letters, words, calibration, without);
    }

    /// <summary>The labels that are written in a script.</summary>
    public ReadOnlySpan<int> LabelsOf(Script script) => _labelsOfScript[(int)script];

    /// <summary>The label of a script with the highest score.</summary>
    /// <param name="script">A script that needs the model.</param>
    /// <param name="sum">Sum of the vectors of a text.</param>
    public int BestOf(Script script, ReadOnlySpan<float> sum)
    {
        var (best, highest) = (-1, float.NegativeInfinity);
        foreach (var label in LabelsOf(script))
        {
            var score = Classifier.ScoreOf(label, sum);
            if (score > highest)
                (best, highest) = (label, score);
        }
        return best;
    }

    private static Stream Open(string name) =>
        typeof(LanguageModel).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"The program lacks its file {name}.");
}
