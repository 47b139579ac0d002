using Lingua;
using NewsMonitor.Contracts;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Lingua's statistical detector in low-accuracy mode (trigrams only): 79 languages, loaded in seconds.</summary>
internal sealed class LinguaDetector : ILanguageDetector
{
    // Under this the best candidate is a guess; "und" lets topic-tagging try every plausible language instead.
    private const double MinConfidence = 0.35;
    private const int MaxAlternatives = 3;
    private const double MinAlternative = 0.05;

    private readonly LanguageDetector _lingua = LanguageDetectorBuilder.FromAllLanguages().WithLowAccuracyMode().Build();

    public DetectedLanguage Detect(string title, string text, string? declaredLanguage)
    {
        var sample = Sample.Of(title, text);
        if (!Sample.IsEnough(sample))
            return DetectedLanguage.Undetermined;
        var candidates = _lingua.ComputeLanguageConfidenceValues(sample)
            .Where(candidate => candidate.Value > 0 && candidate.Key != Language.Unknown)
            .OrderByDescending(candidate => candidate.Value)
            .Select(candidate => new LanguageCandidate(Tag(candidate.Key, sample), candidate.Value))
            .Take(MaxAlternatives + 1)
            .ToList();
        PreferDeclared(candidates, declaredLanguage);
        if (candidates is not [var best, ..] || best.Confidence < MinConfidence)
            return DetectedLanguage.Undetermined with { Alternatives = [.. candidates.Take(MaxAlternatives)] };
        return new DetectedLanguage(best.Tag, best.Confidence, [.. candidates.Skip(1).Where(candidate => candidate.Confidence >= MinAlternative)]);
    }

    // Danish and Norwegian, or Indonesian and Malay, differ too little for a short text: there the source's word decides.
    private static void PreferDeclared(List<LanguageCandidate> candidates, string? declaredLanguage)
    {
        if (declaredLanguage is null || candidates.Count == 0)
            return;
        var declared = declaredLanguage.Split('-')[0].ToLowerInvariant();
        // Outlets write "no" and mean Bokmål or Nynorsk.
        string[] meant = declared == "no" ? ["nb", "nn"] : [declared];
        var index = candidates.FindIndex(candidate => meant.Contains(candidate.Tag.Split('-')[0]));
        if (index <= 0 || !ConfusableLanguages.Are(candidates[0].Tag, candidates[index].Tag))
            return;
        var chosen = candidates[index] with { Confidence = candidates[0].Confidence };
        candidates.RemoveAt(index);
        candidates.Insert(0, chosen);
    }

    private static string Tag(Language language, string sample) => language switch
    {
        Language.Chinese => HanScript.TagOf(sample),
        _ => language.IsoCode6391().ToString().ToLowerInvariant(),
    };
}
