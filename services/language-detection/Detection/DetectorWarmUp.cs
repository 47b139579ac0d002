namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Loads the language models while the host starts, so that the first article does not wait for them.</summary>
internal sealed class DetectorWarmUp(ILanguageDetector detector) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => detector.Detect("The models are loaded when they are first used.", "", null), stoppingToken);
}
