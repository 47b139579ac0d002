namespace NewsMonitor.LanguageDetection;

/// <summary>Log messages of language-detection, ids 2000 to 2999.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "Article {ArticleId} is in {Language}, confidence {Confidence}")]
    public static partial void LanguageDetected(ILogger logger, Guid articleId, string language, double confidence);
}
