using System.Globalization;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>
/// Turns what the model says into the probability that it is right: a logistic regression (Platt scaling) per length of the text, on the
/// odds of the best language, and on how far the text's other <see cref="Features"/> lie from what is usual for texts in that language.
/// Fitted on rows, and languages, that the model had not seen.
/// </summary>
internal sealed class Calibration
{
    /// <summary>Upper bounds of the length buckets, in letters: a few words, a short headline, a headline, more.</summary>
    public static readonly int[] Bounds = [28, 48, 96, int.MaxValue];

    /// <summary>How many terms the regression has.</summary>
    public const int Terms = 9;

    private readonly FeatureNorms[] _usual;
    private readonly double[][] _weights = [.. Bounds.Select(_ => new double[Terms])];

    private Calibration(int labels) => _usual = new FeatureNorms[labels];

    /// <summary>Under this confidence the answer is "und".</summary>
    public double MinConfidence { get; private set; }

    /// <summary>A calibration that leaves the model's probabilities as they are; for fitting.</summary>
    public static Calibration Identity(LanguageTable languages)
    {
        var calibration = new Calibration(languages.ModelLabels);
        foreach (var weights in calibration._weights)
            weights[1] = 1;
        calibration._usual.AsSpan().Fill(FeatureNorms.Anything);
        return calibration;
    }

    /// <summary>Reads the file that fitting wrote: "threshold p", "length bucket weights", "usual label means and deviations".</summary>
    /// <exception cref="InvalidDataException">A line is none of these.</exception>
    public static Calibration Read(TextReader file, LanguageTable languages)
    {
        var calibration = Identity(languages);
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (!calibration.Apply(line.Split(' '), languages))
                throw new InvalidDataException($"Not a line of a calibration: {line}");
        }
        return calibration;
    }

    /// <summary>The probability that a language is right.</summary>
    /// <param name="language">The language.</param>
    /// <param name="features">What the text shows.</param>
    /// <param name="letters">Letters of the text.</param>
    public double ConfidenceOf(int language, in Features features, int letters)
    {
        Span<double> terms = stackalloc double[Terms];
        TermsOf(features, _usual[language], terms);
        var sum = 0.0;
        for (var i = 0; i < Terms; i++)
            sum += terms[i] * _weights[BucketOf(letters)][i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The terms of the regression, a constant first, then the odds.</summary>
    /// <param name="features">What the text shows.</param>
    /// <param name="usual">What is usual in its language.</param>
    /// <param name="terms">Receives <see cref="Terms"/> values.</param>
    public static void TermsOf(in Features features, in FeatureNorms usual, Span<double> terms)
    {
        var score = usual.Score.Of(features.Score);
        terms[0] = 1;
        terms[1] = features.Odds;
        terms[2] = score;
        terms[3] = features.Odds * score;
        terms[4] = usual.Words.Of(features.Words);
        terms[5] = usual.Length.Of(features.Length);
        terms[6] = usual.Known.Of(features.Known);
        terms[7] = features.Rarest;
        terms[8] = features.Odds * features.Rarest;
    }

    /// <summary>The bucket of a length.</summary>
    public static int BucketOf(int letters)
    {
        var bucket = 0;
        while (letters > Bounds[bucket])
            bucket++;
        return bucket;
    }

    private bool Apply(string[] fields, LanguageTable languages)
    {
        switch (fields)
        {
            case ["threshold", var value]:
                MinConfidence = Number(value);
                return true;
            case ["length", var bucket, .. var weights] when weights.Length == Terms:
                _weights[int.Parse(bucket, CultureInfo.InvariantCulture)] = [.. weights.Select(Number)];
                return true;
            case ["usual", var label, .. var numbers] when numbers.Length == FeatureNorms.Numbers:
                if (languages.Find(label) is >= 0 and var language && language < languages.ModelLabels)
                    _usual[language] = FeatureNorms.Of([.. numbers.Select(Number)]);
                return true;
            default:
                return false;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
