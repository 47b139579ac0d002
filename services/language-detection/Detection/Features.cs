namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>What the calibration looks at. All but the odds tell texts in languages that the model does not know: softmax is as sure of them as of others.</summary>
/// <param name="Odds">Natural logarithm of the odds of the best language, within 14 of 0.</param>
/// <param name="Score">Its raw score.</param>
/// <param name="Words">Its raw score for whole words alone, unknown words counting 0.</param>
/// <param name="Length">Length of the vector that stands for the text: n-grams of a language pull in one direction.</param>
/// <param name="Known">Share of the n-grams that the model knows.</param>
/// <param name="Rarest">Level of the letter that is rarest in the language, see <see cref="LetterRarity"/>.</param>
internal readonly record struct Features(double Odds, double Score, double Words, double Length, double Known, double Rarest)
{
    /// <summary>Features that are not compared with a language's other texts stay 0.</summary>
    public static Features Of(double probability) => new(OddsOf(probability), 0, 0, 0, 0, 0);

    /// <summary>Natural logarithm of the odds, for a probability from 0 to 1.</summary>
    public static double OddsOf(double probability)
    {
        var bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(bounded / (1 - bounded));
    }
}
