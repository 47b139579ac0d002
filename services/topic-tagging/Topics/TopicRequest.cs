using System.Text.Json;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>A topic that a caller sent, as JSON or YAML.</summary>
/// <param name="Topic">The definition; its query is not checked yet.</param>
/// <param name="Version">The version that the caller has seen, if it says so.</param>
/// <param name="Errors">What its fields alone show to be wrong.</param>
internal sealed record TopicRequest(TopicDefinition Topic, int? Version, IReadOnlyList<TopicError> Errors)
{
    /// <summary>The most bytes of one topic.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Fields = "Fields: id, name, description, match, notify, enabled, mustMatch, mustNotMatch, covers (lists of texts), version.";

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The id in the address, if there is one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was sent, or the answer that says why it cannot be read.</returns>
    public static async Task<(TopicRequest? Read, IResult? Refusal)> ReadAsync(HttpRequest request, string? id, CancellationToken cancellationToken)
    {
        var yaml = TopicMedia.IsYaml(request.ContentType);
        if (!yaml && !TopicMedia.IsJson(request.ContentType))
            return (null, Problems.Problem(StatusCodes.Status415UnsupportedMediaType, "Unsupported content type", $"Send a topic as {TopicMedia.Json} or {TopicMedia.Yaml}."));
        var text = await RequestBytes.ReadTextAsync(request, MaxBytes, cancellationToken);
        return yaml ? FromYaml(text, id) : FromJson(text, id);
    }

    private static (TopicRequest?, IResult?) FromYaml(string text, string? id)
    {
        try
        {
            var topic = TopicYaml.Parse(text);
            List<TopicError> errors = id is null || topic.Id == id ? [] : [new TopicError("id", null, $"The address names '{id}' and the file another.", "An id cannot be changed.")];
            return (new TopicRequest(topic, null, errors), null);
        }
        catch (TopicFormatException exception)
        {
            return (null, Bad($"The body is not a valid topic in YAML: {exception.Message}."));
        }
    }

    private static (TopicRequest?, IResult?) FromJson(string text, string? id)
    {
        try
        {
            if (JsonSerializer.Deserialize<TopicBody>(text, JsonSettings.Web) is not { } body)
                return (null, Bad($"The body is the JSON value null. {Fields}"));
            var errors = new List<TopicError>();
            return (new TopicRequest(body.ToDefinition(id, errors), body.Version, errors), null);
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $" at line {line + 1}, byte {exception.BytePositionInLine + 1}" : "";
            var field = exception.Path is { Length: > 2 and < 100 } path ? $" in field '{path[2..]}'" : "";
            return (null, Bad(text.Length == 0 ? $"The body is empty. {Fields}" : $"The body is not a valid topic in JSON{place}{field}. {Fields}"));
        }
    }

    private static IResult Bad(string detail) => Problems.Problem(StatusCodes.Status400BadRequest, "Not a valid topic", detail);
}
