using Lingua;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Lingua, the peer, with all its languages; it is given the text as it is.</summary>
internal sealed class LinguaPeer
{
    private readonly LanguageDetector _detector;

    /// <summary>Loads its models: high accuracy takes about a minute and 2 GB.</summary>
    public LinguaPeer(bool highAccuracy)
    {
        var builder = LanguageDetectorBuilder.FromAllLanguages().WithPreloadedLanguageModels();
        _detector = (highAccuracy ? builder : builder.WithLowAccuracyMode()).Build();
    }

    /// <summary>Its best candidate.</summary>
    public Answer Detect(string text)
    {
        var best = _detector.ComputeLanguageConfidenceValues(text).Where(candidate => candidate.Value > 0 && candidate.Key != Language.Unknown).OrderByDescending(candidate => candidate.Value).FirstOrDefault();
        return best.Value > 0 ? new Answer(best.Key.IsoCode6391().ToString().ToLowerInvariant(), best.Value) : new Answer("und", 0);
    }
}
