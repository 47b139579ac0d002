using System.Net;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>Who knows an article's address learns what became of it.</summary>
public sealed class TraceByAddressTests
{
    [Fact]
    public async Task An_address_in_any_spelling_leads_to_the_trace_and_a_refused_one_to_the_reasons()
    {
        await using var monitor = await Monitor.StartAsync();
        var id = (await monitor.SubmitAsync(new { url = "https://zoo.example/a?id=5", title = "A wombat was found", text = "A wombat was found.", language = "en" })).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
        foreach (var address in (string[])["https://zoo.example/a?id=5", "http://ZOO.example/a/?id=5&utm_source=x#top"])
        {
            var trace = await monitor.GetAsync($"/api/trace?url={Uri.EscapeDataString(address)}");
            Assert.Equal(id, trace.GetProperty("id").GetString());
        }

        using var refused = await monitor.PostAsync("/api/articles", """{"url":"https://zoo.example/b","title":" "}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var reasons = await monitor.GetAsync("/api/trace?url=https://zoo.example/b");
        Assert.Contains("title and text are both empty", Assert.Single(reasons.GetProperty("steps").EnumerateArray()).GetProperty("what").GetString(), StringComparison.Ordinal);
    }
}
