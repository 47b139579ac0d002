using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Tests.Hosting;

public sealed class PageCursorTests
{
    [Fact]
    public void Cursor_comes_back_as_it_went()
    {
        var cursor = new PageCursor(new DateTimeOffset(2025, 7, 13, 12, 0, 0, 123, 456, TimeSpan.Zero), Guid.NewGuid());
        Assert.True(PageCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
        Assert.Equal(Uri.EscapeDataString(cursor.ToString()), cursor.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%")]
    [InlineData("-1")]
    [InlineData("AAAA")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OSAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA")]
    public void Rubbish_is_refused(string text) => Assert.False(PageCursor.TryParse(text, out _));
}
