namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Which lines of the corpora are not trained from.</summary>
/// <param name="Fold">Number of the fold that is held out, from 0; -1 for none.</param>
/// <param name="Folds">How many folds there are.</param>
/// <param name="Unknown">Languages left out altogether.</param>
internal sealed record HoldOut(int Fold, int Folds, IReadOnlySet<string> Unknown)
{
    /// <summary>True when a line is held out.</summary>
    /// <param name="label">Its language.</param>
    /// <param name="line">Its number.</param>
    /// <param name="kind">"unknown" for a language left out altogether.</param>
    public bool Takes(string label, int line, out string? kind)
    {
        kind = Unknown.Contains(label) ? "unknown" : null;
        return kind is not null || line % Folds == Fold;
    }
}
