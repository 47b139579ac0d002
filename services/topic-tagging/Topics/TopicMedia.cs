using Microsoft.Net.Http.Headers;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>The forms in which topics go over HTTP.</summary>
internal static class TopicMedia
{
    public const string Json = "application/json";
    public const string Yaml = "application/yaml";

    // Registered in 2024; tools still send the older names.
    private static readonly string[] YamlNames = [Yaml, "application/x-yaml", "text/yaml", "text/x-yaml"];

    public static bool IsYaml(string? contentType) => YamlNames.Contains(Plain(contentType));

    /// <summary>A file without a type of its own, as tools send it.</summary>
    public static bool IsPlain(string? contentType) => Plain(contentType) is "" or "text/plain" or "application/octet-stream";

    /// <summary>Nothing said counts as JSON.</summary>
    public static bool IsJson(string? contentType) => Plain(contentType) is "" or Json or "text/json" || Plain(contentType).EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The caller would rather have YAML.</summary>
    public static bool WantsYaml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept.OfType<string>().ToArray(), out var accepted)
        && accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } first && YamlNames.Contains(first.MediaType.Value?.ToLowerInvariant());

    private static string Plain(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
