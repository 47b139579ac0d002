using System.Globalization;
using System.Text;

namespace NewsMonitor.Hosting.Http;

/// <summary>The last row of a page of a list that is ordered by time, then id. Opaque to callers, and steady while rows are added.</summary>
/// <param name="At">The row's time.</param>
/// <param name="Id">The row's id.</param>
public readonly record struct PageCursor(DateTimeOffset At, Guid Id)
{
    /// <summary>The cursor as it stands in a URL.</summary>
    public override string ToString() =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks} {Id:N}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">What a caller sent.</param>
    /// <param name="cursor">The cursor.</param>
    /// <returns>False when the text is not one.</returns>
    public static bool TryParse(string text, out PageCursor cursor)
    {
        cursor = default;
        var base64 = text.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length))
            return false;
        var parts = Encoding.ASCII.GetString(bytes, 0, length).Split(' ');
        if (parts.Length != 2
            || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks)
            || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !Guid.TryParseExact(parts[1], "N", out var id))
        {
            return false;
        }
        cursor = new PageCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id);
        return true;
    }
}
