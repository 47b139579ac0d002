using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace NewsMonitor.Hosting.Http;

/// <summary>Reads request bodies that are checked as a whole, in bounded memory.</summary>
public static class RequestBytes
{
    /// <summary>Reads the whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BadHttpRequestException">It is larger than accepted (413).</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 4096, 256, limit));
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(16 * 1024), cancellationToken);
            if (read == 0)
                return buffer.WrittenMemory;
            buffer.Advance(read);
            if (buffer.WrittenCount > limit)
                throw new BadHttpRequestException($"The body is larger than {limit:N0} bytes.", StatusCodes.Status413PayloadTooLarge);
        }
    }

    /// <summary>Reads the whole body as text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BadHttpRequestException">It is larger than accepted (413), or no UTF-8 (400).</exception>
    public static async Task<string> ReadTextAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, limit, cancellationToken);
        if (FirstInvalid(body.Span) is { } position)
            throw new BadHttpRequestException($"The body is not valid UTF-8 at byte {position}. Send UTF-8 without other encodings inside.");
        var text = Encoding.UTF8.GetString(body.Span);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    /// <summary>Where UTF-8 is broken; null when it is sound.</summary>
    /// <param name="bytes">The bytes.</param>
    public static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return null;
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed) == OperationStatus.Done)
            position += consumed;
        return position;
    }
}
