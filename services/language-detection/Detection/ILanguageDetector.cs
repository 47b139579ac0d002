using NewsMonitor.Contracts;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Names the language of a text. Implementations: the product's model, and doubles in tests.</summary>
public interface ILanguageDetector
{
    /// <summary>Detects the main language.</summary>
    /// <param name="title">The headline; may be empty.</param>
    /// <param name="text">The body; may be empty.</param>
    /// <param name="declaredLanguage">What the source declares (BCP-47), used only where the text leaves a choice.</param>
    /// <returns>The language, "und" when nobody could know. Never throws on any text.</returns>
    DetectedLanguage Detect(string title, string text, string? declaredLanguage);
}
