using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Says which model answers, and for which languages.</summary>
internal sealed class LanguageModelHealth(LanguageModel model) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] languages = [.. model.Languages.Tags];
        var data = new Dictionary<string, object> { ["model"] = model.Version, ["languages"] = languages };
        return Task.FromResult(HealthCheckResult.Healthy($"Model {model.Version}, {languages.Length} languages: {string.Join(' ', languages)}", data));
    }
}
