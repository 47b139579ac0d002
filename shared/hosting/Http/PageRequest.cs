using Microsoft.AspNetCore.Http;

namespace NewsMonitor.Hosting.Http;

/// <summary>Which page of a list a caller wants.</summary>
/// <param name="After">The last row of the page before; null for the first page.</param>
/// <param name="Size">Rows on the page, 1 to <see cref="MaxSize"/>.</param>
public readonly record struct PageRequest(PageCursor? After, int Size)
{
    /// <summary>The most rows on a page.</summary>
    public const int MaxSize = 200;

    private const int DefaultSize = 50;

    /// <summary>Reads the query parameters <c>cursor</c> and <c>limit</c>.</summary>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="limit">Rows on the page.</param>
    /// <param name="request">What was asked for.</param>
    /// <returns>Null, or the answer that says what is wrong.</returns>
    public static IResult? Read(string? cursor, int? limit, out PageRequest request)
    {
        request = new PageRequest(null, limit ?? DefaultSize);
        if (limit is < 1 or > MaxSize)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid limit", $"limit is {limit}; give 1 to {MaxSize}.");
        if (cursor is null)
            return null;
        if (!PageCursor.TryParse(cursor, out var after))
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid cursor", "Give the 'next' of the previous page, unchanged.");
        request = request with { After = after };
        return null;
    }
}
