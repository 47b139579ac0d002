using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Expected calibration error: mean distance between confidence and accuracy over ten bins of confidence (Naeini et al., 2015); 0 is perfect.</summary>
internal static class CalibrationError
{
    private const int Bins = 10;

    /// <summary>The error over answers.</summary>
    public static double Of(IReadOnlyList<(double Confidence, bool Right)> answers)
    {
        var error = 0.0;
        foreach (var bin in answers.GroupBy(answer => Math.Min(Bins - 1, (int)(answer.Confidence * Bins))))
            error += Math.Abs(bin.Sum(answer => answer.Confidence) - bin.Count(answer => answer.Right));
        return answers.Count == 0 ? double.NaN : error / answers.Count;
    }

    /// <summary>Letters of a text.</summary>
    public static int LettersOf(string text) => text.Count(char.IsLetter);

    /// <summary>The name of a length bucket.</summary>
    public static string NameOf(int bucket) =>
        bucket == Calibration.Bounds.Length - 1 ? $"over {Calibration.Bounds[bucket - 1]} letters" : $"up to {Calibration.Bounds[bucket]} letters";
}
