using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Reads submissions from a request body, with errors that say where the body is wrong.</summary>
internal static class SubmissionBody
{
    /// <summary>Reads the whole body.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than accepted (413).</exception>
    public static Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        RequestBytes.ReadAsync(request, ArticleLimits.RequestBytes, cancellationToken);

    /// <summary>Parses one submission.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="error">What is wrong and where; null when a submission is returned.</param>
    public static ArticleSubmitted? Parse(ReadOnlyMemory<byte> json, out string? error)
    {
        error = null;
        if (RequestBytes.FirstInvalid(json.Span) is { } position)
        {
            error = $"The body is not valid UTF-8 at byte {position}. Send UTF-8 without other encodings inside.";
            return null;
        }
        try
        {
            if (JsonSerializer.Deserialize<ArticleSubmitted>(json.Span, JsonSettings.Web) is { } submission)
                return submission;
            error = "The body is the JSON value null. Send an object with at least \"title\".";
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $" at line {line + 1}, byte {exception.BytePositionInLine + 1}" : "";
            var field = exception.Path is { Length: > 2 } path ? $" in field '{path[2..]}'" : "";
            error = json.IsEmpty
                ? "The body is empty. Send an object with at least \"title\"."
                : $"The body is not a valid article in JSON{place}{field}. Fields: url, title, text, html, source, language, author, publishedAt (ISO 8601), tags (a list).";
        }
        return null;
    }
}
