namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Macro accuracy: the mean of the languages' accuracies, in per cent.</summary>
internal static class Accuracy
{
    /// <summary>Accuracy over rows, each language counting the same.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="right">Whether each was answered right.</param>
    public static double Macro(IReadOnlyList<LabelledText> rows, IReadOnlyList<bool> right)
    {
        var byLanguage = new Dictionary<string, (int Right, int All)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (good, all) = byLanguage.GetValueOrDefault(rows[i].Language);
            byLanguage[rows[i].Language] = (good + (right[i] ? 1 : 0), all + 1);
        }
        return byLanguage.Count == 0 ? double.NaN : 100 * byLanguage.Values.Average(value => (double)value.Right / value.All);
    }

    /// <summary>95 % interval of a difference between two engines on the same rows, by the bootstrap within languages (2,000 resamples, fixed seed), in points of macro accuracy.</summary>
    public static (double Low, double High) DifferenceInterval(IReadOnlyList<LabelledText> rows, IReadOnlyList<bool> ours, IReadOnlyList<bool> theirs)
    {
        const int Resamples = 2000;
        var random = new Random(20261124);
        int[][] groups = [.. Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].Language).Select(group => group.ToArray())];
        var differences = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var sum = 0.0;
            foreach (var group in groups)
            {
                var difference = 0;
                for (var i = 0; i < group.Length; i++)
                {
                    var row = group[random.Next(group.Length)];
                    difference += (ours[row] ? 1 : 0) - (theirs[row] ? 1 : 0);
                }
                sum += (double)difference / group.Length;
            }
            differences[resample] = 100 * sum / groups.Length;
        }
        Array.Sort(differences);
        return (differences[(int)(Resamples * 0.025)], differences[(int)(Resamples * 0.975)]);
    }
}
