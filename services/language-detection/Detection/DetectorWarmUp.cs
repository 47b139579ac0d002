namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Detects once while the host starts, so that the first article does not wait for code to be compiled.</summary>
internal sealed class DetectorWarmUp(ILanguageDetector detector) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => detector.Detect("The model is read when it is first used.", "", null), stoppingToken);
}
