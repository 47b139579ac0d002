using System.Globalization;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>
/// Turns what the model says into the probability that it is right: a logistic regression (Platt scaling) per length of the text, on the
/// odds of the best language and on how far its raw score lies from what is usual for texts in that language. The second tells languages
/// that the model does not know: softmax is as sure of them as of others. Fitted on rows that the model had not seen.
/// </summary>
internal sealed class Calibration
{
    /// <summary>Upper bounds of the length buckets, in letters.</summary>
    public static readonly int[] Bounds = [16, 28, 48, 96, int.MaxValue];

    private readonly Usual[] _usual;
    private readonly Weights[] _weights = new Weights[Bounds.Length];

    private Calibration(int labels) => _usual = new Usual[labels];

    /// <summary>Under this confidence the answer is "und".</summary>
    public double MinConfidence { get; private set; }

    /// <summary>A calibration that leaves the model's probabilities as they are; for fitting.</summary>
    public static Calibration Identity(LanguageTable languages)
    {
        var calibration = new Calibration(languages.ModelLabels);
        calibration._weights.AsSpan().Fill(new Weights(0, 1, 0, 0));
        calibration._usual.AsSpan().Fill(new Usual(0, 1));
        return calibration;
    }

    /// <summary>Reads the file that fitting wrote: "threshold p", "length bucket constant odds typicality", "usual label mean deviation".</summary>
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
    /// <param name="features">What the model said about it.</param>
    /// <param name="letters">Letters of the text.</param>
    public double ConfidenceOf(int language, Features features, int letters)
    {
        var weights = _weights[BucketOf(letters)];
        return 1 / (1 + Math.Exp(-weights.Sum(features.Odds, TypicalityOf(language, features.Score))));
    }

    /// <summary>How far a raw score is from what is usual for texts in a language, in standard deviations; -5 to 2.</summary>
    public double TypicalityOf(int language, double score) =>
        Math.Clamp((score - _usual[language].Mean) / _usual[language].Deviation, -5, 2);

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
            case ["length", var bucket, var constant, var odds, var typicality, var both]:
                _weights[int.Parse(bucket, CultureInfo.InvariantCulture)] = new Weights(Number(constant), Number(odds), Number(typicality), Number(both));
                return true;
            case ["usual", var label, var mean, var deviation]:
                if (languages.Find(label) is >= 0 and var language)
                    _usual[language] = new Usual(Number(mean), Number(deviation));
                return true;
            default:
                return false;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private readonly record struct Usual(double Mean, double Deviation);

    private readonly record struct Weights(double Constant, double Odds, double Typicality, double Both)
    {
        public double Sum(double odds, double typicality) =>
            Constant + (Odds * odds) + (Typicality * typicality) + (Both * odds * typicality);
    }
}

/// <summary>What the calibration looks at.</summary>
/// <param name="Odds">Natural logarithm of the odds of the best language, within 14 of 0.</param>
/// <param name="Score">Its raw score.</param>
internal readonly record struct Features(double Odds, double Score)
{
    /// <summary>Features of a language.</summary>
    /// <param name="probability">Its probability by the model, 0 to 1.</param>
    /// <param name="score">Its raw score.</param>
    public static Features Of(double probability, double score)
    {
        var bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return new Features(Math.Log(bounded / (1 - bounded)), score);
    }
}
