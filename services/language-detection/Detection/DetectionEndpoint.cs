namespace NewsMonitor.LanguageDetection.Detection;

/// <summary><c>POST /internal/detect</c>: the language of a text, for the gateway, which matches texts without storing them.</summary>
internal static class DetectionEndpoint
{
    public static void MapDetection(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/internal/detect", Detect).ExcludeFromDescription();

    private static IResult Detect(DetectionRequest text, ILanguageDetector detector) =>
        Results.Ok(detector.Detect(text.Title, text.Text, text.DeclaredLanguage));
}

/// <summary>A cleaned text.</summary>
internal sealed record DetectionRequest(string Title, string Text, string? DeclaredLanguage);
