using NewsMonitor.Contracts;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>A verdict as the message says it.</summary>
internal static class VerdictMessage
{
    /// <summary>Converts numbers to BCP-47 tags.</summary>
    public static DetectedLanguage Of(in Verdict verdict, LanguageTable languages)
    {
        var alternatives = new LanguageCandidate[verdict.Alternatives.Count];
        for (var i = 0; i < alternatives.Length; i++)
            alternatives[i] = new LanguageCandidate(languages.TagOf(verdict.Alternatives[i].Language), Round(verdict.Alternatives[i].Value));
        var others = new LanguageShare[verdict.Others.Count];
        for (var i = 0; i < others.Length; i++)
            others[i] = new LanguageShare(languages.TagOf(verdict.Others[i].Language), Round(verdict.Others[i].Value));
        var tag = verdict.Language == Verdict.Undetermined ? DetectedLanguage.UndeterminedTag : languages.TagOf(verdict.Language);
        return new DetectedLanguage(tag, Round(verdict.Confidence), alternatives) { DecidedBy = NameOf(verdict.DecidedBy), Others = others };
    }

    private static string NameOf(Decision decision) => decision switch
    {
        Decision.TooLittle => "too-little",
        Decision.NoLanguage => "no-language",
        Decision.Uncertain => "uncertain",
        Decision.Script => "script",
        Decision.Words => "words",
        Decision.Declared => "declared",
        _ => "model",
    };

    // More digits would pretend more than the calibration knows.
    private static double Round(double value) => Math.Round(value, 3);
}
