namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>What is usual for texts in a language.</summary>
/// <param name="Score">The raw score of the language.</param>
/// <param name="Words">Its score for whole words.</param>
/// <param name="Length">The length of the text's vector.</param>
/// <param name="Known">The share of known n-grams.</param>
internal readonly record struct FeatureNorms(Spread Score, Spread Words, Spread Length, Spread Known)
{
    /// <summary>Numbers in a line of the calibration.</summary>
    public const int Numbers = 8;

    /// <summary>Nothing is far from it.</summary>
    public static readonly FeatureNorms Anything = new(Spread.Anything, Spread.Anything, Spread.Anything, Spread.Anything);

    /// <summary>From means and deviations in turn.</summary>
    public static FeatureNorms Of(double[] numbers) => new(
        new Spread(numbers[0], numbers[1]), new Spread(numbers[2], numbers[3]), new Spread(numbers[4], numbers[5]), new Spread(numbers[6], numbers[7]));

    /// <summary>What is usual among texts.</summary>
    public static FeatureNorms Of(IReadOnlyCollection<Features> texts) => new(
        Spread.Over(texts, text => text.Score), Spread.Over(texts, text => text.Words), Spread.Over(texts, text => text.Length), Spread.Over(texts, text => text.Known));
}

/// <summary>Where the values of a feature lie.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation.</param>
internal readonly record struct Spread(double Mean, double Deviation)
{
    /// <summary>Nothing is far from it.</summary>
    public static readonly Spread Anything = new(0, double.PositiveInfinity);

    /// <summary>How far a value is from the mean, in standard deviations; -5 to 2.</summary>
    public double Of(double value) => Math.Clamp((value - Mean) / Deviation, -5, 2);

    /// <summary>The spread of values.</summary>
    public static Spread Over(IReadOnlyCollection<Features> texts, Func<Features, double> feature)
    {
        var mean = texts.Average(feature);
        // A language with few texts must not seem exact.
        return new Spread(mean, Math.Max(1e-3, Math.Sqrt(texts.Average(text => (feature(text) - mean) * (feature(text) - mean)))));
    }
}
