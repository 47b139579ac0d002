using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics.Preview;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>A topic is tried on the archive before it is saved.</summary>
public sealed class PreviewTests(BadInputTests.Running running) : IClassFixture<BadInputTests.Running>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_archive_says_so()
    {
        await using var monitor = await Monitor.StartAsync();
        var report = await monitor.Http.PostAsync("/api/topics/preview", """{"match":"wombat%"}""");
        Assert.Equal("no articles yet", report.GetProperty("basis").GetProperty("sentence").GetString());
        Assert.False(report.TryGetProperty("perDay", out _));
        Assert.False(report.TryGetProperty("against", out _));
    }

    [Fact]
    public async Task A_preview_states_its_basis_and_shows_hits_with_evidence_and_what_changes()
    {
        await using var monitor = await Monitor.StartAsync();
        await SubmitAsync(monitor, "Wombat found in the city", "A wombat was found in the middle of the city on Friday morning, the police said, and two officers brought it back to the forest.", "en", 1);
        await SubmitAsync(monitor, "Quokka seen near the harbour", "A quokka was seen near the harbour on Friday evening, and nobody knows how it had crossed the river and the motorway.", "en", 2);
        await SubmitAsync(monitor, "Il vombato non si trova", "Nessuno ha visto il wombat in città, dicono gli abitanti del quartiere.", "it", 3);
        await monitor.Http.PostAsync("/api/topics", """{"id":"marsupials","name":"Marsupials","match":"quokka%","notify":"mention"}""", HttpStatusCode.Created);

        var report = await monitor.Http.PostAsync("/api/topics/preview", """{"id":"marsupials","name":"Marsupials","match":"wombat%","notify":"mention","mustMatch":["lavrov-wonsan.it"],"covers":["en"]}""");
        Assert.Equal("3 articles, less than a day, 2 languages", report.GetProperty("basis").GetProperty("sentence").GetString());
        Assert.Equal(2, report.GetProperty("hits").GetProperty("alerting").GetInt32());
        Assert.False(report.TryGetProperty("perDay", out _));
        Assert.Contains("7 days", report.GetProperty("perDayReason").GetString(), StringComparison.Ordinal);
        Assert.Equal([("en", 2, 1), ("it", 1, 1)], report.GetProperty("languages").EnumerateArray().Select(one => (one.GetProperty("language").GetString()!, one.GetProperty("articles").GetInt32(), one.GetProperty("hits").GetInt32())));
        var span = report.GetProperty("samples")[0].GetProperty("explanation").GetProperty("root").GetProperty("spans")[0];
        Assert.Equal("wombat", span.GetProperty("text").GetString(), ignoreCase: true);
        var against = report.GetProperty("against");
        Assert.Equal((1, 2, 1), (against.GetProperty("version").GetInt32(), against.GetProperty("gained").GetInt32(), against.GetProperty("lost").GetInt32()));
        Assert.Equal("Quokka seen near the harbour", against.GetProperty("lostSamples")[0].GetProperty("title").GetString());
        Assert.Equal("failed", report.GetProperty("tests")[0].GetProperty("outcome").GetString());
        Assert.True(report.GetProperty("cost").GetProperty("millisecondsPerThousand").GetDouble() > 0);
        Assert.Contains(" of 30 languages", report.GetProperty("coverage")[0].GetProperty("text").GetString(), StringComparison.Ordinal);

        // Nothing was saved, and the id alone stands for what is.
        var saved = await monitor.Http.PostAsync("/api/topics/preview", """{"id":"marsupials"}""");
        Assert.Equal(1, saved.GetProperty("hits").GetProperty("alerting").GetInt32());
        Assert.Equal(0, saved.GetProperty("against").GetProperty("gained").GetInt32());
    }

    [Fact]
    public async Task An_archive_of_more_than_a_week_gives_a_number_a_day()
    {
        await using var monitor = await Monitor.StartAsync();
        for (var number = 0; number < 3; number++)
            await SubmitAsync(monitor, $"Wombat number {number}", $"A wombat, number {number}, was seen.", "en", number);
        await AgeAsync(monitor, days: 20, where: "Wombat number 2");
        var report = await monitor.Http.PostAsync("/api/topics/preview?days=10", """{"match":"wombat%","notify":"mention"}""");
        Assert.Equal("2 articles, 10 days, 1 language", report.GetProperty("basis").GetProperty("sentence").GetString());
        Assert.Equal(0.2, report.GetProperty("perDay").GetProperty("alerting").GetDouble(), 3);
    }

    [Fact]
    public async Task A_scan_that_reaches_its_bound_says_what_it_rests_on()
    {
        await using var monitor = await Monitor.StartAsync(settings: new Dictionary<string, string?> { ["Preview:MaxArticles"] = "2" });
        for (var number = 0; number < 3; number++)
            await SubmitAsync(monitor, $"Wombat number {number}", $"A wombat, number {number}, was seen.", "en", number);
        var report = await monitor.Http.PostAsync("/api/topics/preview", """{"match":"wombat%","notify":"mention"}""");
        Assert.Equal(2, report.GetProperty("hits").GetProperty("alerting").GetInt32());
        Assert.Contains("the newest 2 articles only", report.GetProperty("basis").GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_previews_than_run_at_once_are_put_off()
    {
        await using var monitor = await Monitor.StartAsync(settings: new Dictionary<string, string?> { ["Preview:AtOnce"] = "1" });
        var gate = monitor.Services.GetRequiredService<PreviewGate>();
        Assert.True(await gate.EnterAsync(Cancelled));
        await monitor.Http.PostAsync("/api/topics/preview", """{"match":"wombat%"}""", HttpStatusCode.TooManyRequests);
        gate.Leave();
        foreach (var _ in (int[])[1, 2])
            await monitor.Http.PostAsync("/api/topics/preview", """{"match":"wombat%"}""");
    }

    [Theory]
    [InlineData("?days=0", """{"match":"a"}""", 400)]
    [InlineData("?days=181", """{"match":"a"}""", 400)]
    [InlineData("?days=x", """{"match":"a"}""", 400)]
    [InlineData("?samples=51", """{"match":"a"}""", 400)]
    [InlineData("", """{"match":"a NEAR/x b"}""", 422)]
    [InlineData("", """{"match":""}""", 422)]
    [InlineData("", """{"id":"preview","match":"topic:none"}""", 422)]
    [InlineData("", """{"match":"topic:none"}""", 422)]
    [InlineData("", """{"id":"none"}""", 404)]
    [InlineData("", """{"id":"a\u0000"}""", 404)]
    [InlineData("", "[]", 400)]
    public async Task Bad_requests_have_a_reason(string query, string body, int status)
    {
        await running.Monitor.Http.PostAsync("/api/topics/preview" + query, body, (HttpStatusCode)status);
    }

    private static async Task SubmitAsync(Monitor monitor, string title, string text, string language, int number)
    {
        var id = (await monitor.SubmitAsync(new { title, text, language, url = $"https://zoo.example/{number}" })).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
    }

    private static async Task AgeAsync(Monitor monitor, int days, string where)
    {
        await using var scope = monitor.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TaggingDb>();
        var then = TimeProvider.System.GetUtcNow().AddDays(-days);
        Assert.Equal(1, await db.Articles.Where(article => article.Title == where).ExecuteUpdateAsync(row => row.SetProperty(article => article.ReceivedAt, then), Cancelled));
    }
}
