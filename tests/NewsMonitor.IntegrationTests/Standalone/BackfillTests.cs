using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics.Backfill;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>A backfill writes history, and history alerts nobody.</summary>
public sealed class BackfillTests(BadInputTests.Running running) : IClassFixture<BadInputTests.Running>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_backfill_finds_is_listed_as_history_and_alerts_nobody()
    {
        var directory = Monitor.NewDirectory();
        await using (var monitor = await Monitor.StartAsync(directory))
        {
            var id = await SubmitAsync(monitor, 1);
            await SubmitAsync(monitor, 2);
            await monitor.Http.PostAsync("/api/topics", """{"id":"wombats","name":"Wombats","match":"wombat%","notify":"mention"}""", HttpStatusCode.Created);
            Assert.Empty(await monitor.GetAllAsync("/api/articles?topic=wombats"));
            await monitor.Http.GetAsync("/api/topics/wombats/backfill", HttpStatusCode.NotFound);

            var done = await BackfillAsync(monitor, "wombats");
            Assert.Equal((2, 2, 2), (done.GetProperty("scanned").GetInt32(), done.GetProperty("matched").GetInt32(), done.GetProperty("added").GetInt32()));
            var listed = await monitor.GetAllAsync("/api/articles?topic=wombats");
            Assert.Equal(2, listed.Count);
            Assert.All(listed, article => Assert.True(Assert.Single(article.GetProperty("topics").EnumerateArray()).GetProperty("history").GetBoolean()));
            var topic = (await monitor.GetAsync($"/api/articles/{id}")).GetProperty("topics")[0];
            Assert.Equal("wombat", topic.GetProperty("clauses")[0].GetProperty("spans")[0].GetProperty("text").GetString(), ignoreCase: true);

            // The answer of alerting is late for a row that has history: it is published again, as it was tagged.
            await using var scope = monitor.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TaggingDb>();
            await db.Articles.ExecuteUpdateAsync(row => row.SetProperty(article => article.AlertedAt, (DateTimeOffset?)null).SetProperty(article => article.TaggedAt, TimeProvider.System.GetUtcNow().AddHours(-1)), Cancelled);
            await scope.ServiceProvider.GetRequiredService<UnalertedArticles>().SweepAsync(queuesEmpty: true, Cancelled);
            await monitor.FinishedTraceAsync(id);
            Assert.Empty(await monitor.GetAllAsync("/api/alerts"));
            await db.Articles.ExecuteUpdateAsync(row => row.SetProperty(article => article.AlertedAt, (DateTimeOffset?)null), Cancelled);
        }

        // With the in-memory bus everything unanswered is published again at the start.
        await using var again = await Monitor.StartAsync(directory);
        await Eventually.TrueAsync(async () => !(await again.GetAllAsync("/api/articles")).Select(article => again.GetAsync($"/api/articles/{article.GetProperty("id").GetString()}/trace").GetAwaiter().GetResult()).Any(trace => trace.GetProperty("waiting").GetBoolean()), () => "articles wait");
        Assert.Empty(await again.GetAllAsync("/api/alerts"));
        Assert.DoesNotContain("ALERT", again.Console, StringComparison.Ordinal);
        Assert.Equal(2, (await again.GetAllAsync("/api/articles?topic=wombats")).Count);
        await SubmitAsync(again, 3);
        Assert.Single(await again.GetAllAsync("/api/alerts"));
    }

    [Fact]
    public async Task A_backfill_that_runs_twice_leaves_the_same_rows_and_one_of_a_changed_topic_replaces_them()
    {
        await using var monitor = await Monitor.StartAsync();
        await monitor.Http.PostAsync("/api/topics", """{"id":"live","name":"Live","match":"wombat%","notify":"mention"}""", HttpStatusCode.Created);
        for (var number = 0; number < 3; number++)
            await SubmitAsync(monitor, number);
        await monitor.Http.PostAsync("/api/topics", """{"id":"later","name":"Later","match":"number AND (0 OR 1)","notify":"mention"}""", HttpStatusCode.Created);
        await BackfillAsync(monitor, "later");
        var rows = await RowsAsync(monitor);
        Assert.Equal(5, rows.Count);
        Assert.Equal(0, (await BackfillAsync(monitor, "later")).GetProperty("added").GetInt32());
        Assert.Equal(rows, await RowsAsync(monitor));

        await monitor.Http.PutAsync("/api/topics/later", """{"name":"Later","match":"number AND (1 OR 2)","notify":"mention"}""");
        Assert.Equal(1, (await BackfillAsync(monitor, "later")).GetProperty("added").GetInt32());
        var replaced = await RowsAsync(monitor);
        Assert.Equal(5, replaced.Count);
        Assert.All(replaced.Where(row => row.Contains("later", StringComparison.Ordinal)), row => Assert.Contains("\"topicVersion\":2", row, StringComparison.Ordinal));

        // What was tagged as it came stays as it is.
        Assert.Equal(0, (await BackfillAsync(monitor, "live")).GetProperty("added").GetInt32());
        Assert.Equal(replaced, await RowsAsync(monitor));
    }

    [Fact]
    public async Task A_backfill_that_a_stop_has_interrupted_goes_on_where_it_was()
    {
        var directory = Monitor.NewDirectory();
        await using (var monitor = await Monitor.StartAsync(directory))
        {
            for (var number = 0; number < 3; number++)
                await SubmitAsync(monitor, number);
            await monitor.Http.PostAsync("/api/topics", """{"id":"wombats","name":"Wombats","match":"wombat%","notify":"mention"}""", HttpStatusCode.Created);
            await BackfillAsync(monitor, "wombats");
            // As a process leaves it that is killed after its first page of one article, holding the lease.
            await using var scope = monitor.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TaggingDb>();
            var newest = await db.Articles.OrderByDescending(article => article.ReceivedAt).FirstAsync(Cancelled);
            await db.ArticleTopics.Where(row => row.ArticleId != newest.ArticleId).ExecuteDeleteAsync(Cancelled);
            await db.Backfills.ExecuteUpdateAsync(
                row => row.SetProperty(r => r.State, BackfillState.Running).SetProperty(r => r.FinishedAt, (DateTimeOffset?)null).SetProperty(r => r.LeasedUntil, TimeProvider.System.GetUtcNow().AddHours(1))
                    .SetProperty(r => r.Scanned, 1).SetProperty(r => r.Matched, 1).SetProperty(r => r.Added, 1)
                    .SetProperty(r => r.AfterReceivedAt, newest.ReceivedAt).SetProperty(r => r.AfterArticleId, newest.ArticleId).SetProperty(r => r.AfterVersion, newest.Version),
                Cancelled);
        }

        await using var again = await Monitor.StartAsync(directory);
        var done = await DoneAsync(again, "wombats");
        Assert.Equal((3, 3, 3), (done.GetProperty("scanned").GetInt32(), done.GetProperty("matched").GetInt32(), done.GetProperty("added").GetInt32()));
        Assert.Equal(3, (await again.GetAllAsync("/api/articles?topic=wombats")).Count);
    }

    [Fact]
    public async Task One_backfill_of_a_topic_runs_at_a_time_and_can_be_ended()
    {
        await using var monitor = await Monitor.StartAsync();
        await monitor.Http.PostAsync("/api/topics", """{"id":"wombats","name":"Wombats","match":"wombat%"}""", HttpStatusCode.Created);
        await BackfillAsync(monitor, "wombats");
        await using var scope = monitor.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TaggingDb>();
        // Another instance is at work on it.
        await db.Backfills.ExecuteUpdateAsync(row => row.SetProperty(r => r.State, BackfillState.Running).SetProperty(r => r.LeasedUntil, TimeProvider.System.GetUtcNow().AddHours(1)), Cancelled);
        var refused = await monitor.Http.PostAsync("/api/topics/wombats/backfill", """{"days":3}""", HttpStatusCode.Conflict);
        Assert.Equal("running", refused.GetProperty("backfill").GetProperty("state").GetString());
        Assert.Equal("cancelled", (await monitor.Http.SendAsync(HttpMethod.Delete, "/api/topics/wombats/backfill", null, HttpStatusCode.OK)).GetProperty("state").GetString());
        await BackfillAsync(monitor, "wombats");
    }

    [Fact]
    public async Task A_topic_that_changes_while_its_backfill_waits_ends_it()
    {
        await using var monitor = await Monitor.StartAsync();
        await monitor.Http.PostAsync("/api/topics", """{"id":"wombats","name":"Wombats","match":"wombat%"}""", HttpStatusCode.Created);
        await SubmitAsync(monitor, 1);
        await using var scope = monitor.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Backfills>().RequestAsync("wombats", topicVersion: 7, days: 7, Cancelled);
        await Eventually.TrueAsync(async () => (await monitor.GetAsync("/api/topics/wombats/backfill")).GetProperty("state").GetString() == "cancelled", () => "not cancelled");
        Assert.Contains("version 1", (await monitor.GetAsync("/api/topics/wombats/backfill")).GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wildfires", """{"days":0}""", 400)]
    [InlineData("wildfires", """{"days":"x"}""", 400)]
    [InlineData("wildfires", "[1", 400)]
    [InlineData("none", "{}", 404)]
    public async Task Bad_requests_have_a_reason(string topic, string body, int status)
    {
        await running.Monitor.Http.PostAsync($"/api/topics/{topic}/backfill", body, (HttpStatusCode)status);
    }

    private static async Task<string> SubmitAsync(Monitor monitor, int number)
    {
        var id = (await monitor.SubmitAsync(new { title = $"Wombat number {number}", text = $"A wombat, number {number}, was seen near the river in the morning.", language = "en", url = $"https://zoo.example/{number}" })).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
        return id;
    }

    private static async Task<JsonElement> BackfillAsync(Monitor monitor, string topic)
    {
        await monitor.Http.PostAsync($"/api/topics/{topic}/backfill", """{"days":3}""", HttpStatusCode.Accepted);
        return await DoneAsync(monitor, topic);
    }

    private static async Task<JsonElement> DoneAsync(Monitor monitor, string topic)
    {
        JsonElement state = default;
        await Eventually.TrueAsync(async () => (state = await monitor.GetAsync($"/api/topics/{topic}/backfill")).GetProperty("state").GetString() is not ("waiting" or "running"), () => $"{state}");
        Assert.Equal("done", state.GetProperty("state").GetString());
        return state;
    }

    private static async Task<List<string>> RowsAsync(Monitor monitor)
    {
        await using var scope = monitor.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<TaggingDb>().ArticleTopics.AsNoTracking().ToListAsync(Cancelled);
        return [.. rows.Select(row => $"{row.ArticleId} {row.Version} {row.TopicId} {row.Level} {row.Score} {row.HistoryJson}").Order(StringComparer.Ordinal)];
    }
}
