namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>What an engine said about a text.</summary>
/// <param name="Tag">BCP-47 tag or "und".</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct Answer(string Tag, double Confidence);
