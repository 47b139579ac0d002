using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Standalone.Commands;

/// <summary>
/// Reads an article from a file or standard input: a JSON object as <c>POST /api/articles</c> takes it, HTML, or plain text with the
/// headline on the first line.
/// </summary>
internal static class ArticleFile
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads the article.</summary>
    /// <exception cref="UsageException">There is no such file, or it is not text.</exception>
    public static async Task<ArticleSubmitted> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(path, cancellationToken);
        if (!Utf8.IsValid(bytes))
            throw new UsageException($"{path} is not UTF-8 text.");
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("{"))
            return ParseJson(path, text);
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new ArticleSubmitted { Html = text };
        var lines = text.TrimStart().ReplaceLineEndings("\n").Split('\n', 2);
        return new ArticleSubmitted { Title = lines[0].Trim(), Text = lines.Length > 1 ? lines[1].Trim() : "" };
    }

    private static ArticleSubmitted ParseJson(string path, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ArticleSubmitted>(text, JsonSettings.Web)!;
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{path} begins like JSON and is not a valid article: {exception.Message}");
        }
    }

    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (path != StandardInput)
                return await File.ReadAllBytesAsync(path, cancellationToken);
            using var buffer = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(buffer, cancellationToken);
            return buffer.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot read {path}: {exception.Message}");
        }
    }
}
