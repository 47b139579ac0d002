using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>Concepts over HTTP: what ships, what users add, and what a change would do before it is live.</summary>
public sealed class ConceptTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concepts_are_searched_page_by_page()
    {
        await using var monitor = await Monitor.StartAsync();
        var first = await monitor.GetAsync("/api/concepts?kind=region&limit=5");
        Assert.Equal(5, first.GetProperty("items").GetArrayLength());
        var second = await monitor.GetAsync($"/api/concepts?kind=region&limit=5&cursor={first.GetProperty("next").GetString()}");
        Assert.DoesNotContain(second.GetProperty("items")[0].GetProperty("id").GetString(), first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        var found = (await monitor.GetAsync("/api/concepts?q=sahel&kind=region")).GetProperty("items")[0];
        Assert.Equal("region:sahel", found.GetProperty("id").GetString());
        Assert.Contains("country:ML", found.GetProperty("narrower").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task A_list_is_tried_imported_used_and_taken_away()
    {
        await using var monitor = await Monitor.StartAsync();
        var tried = await PostCsvAsync(monitor, "/api/concepts/list:partners/import?dryRun=true", "Acme Bearings\nthe\n");
        Assert.False(tried.GetProperty("saved").GetBoolean());
        Assert.Equal(1, tried.GetProperty("errors").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.Http.GetAsync("/api/concepts/list:partners", Cancelled)).StatusCode);

        Assert.True((await PostCsvAsync(monitor, "/api/concepts/list:partners/import", "Acme Bearings\n")).GetProperty("saved").GetBoolean());
        using var topic = await monitor.PostAsync("/api/topics", """{"id":"partners","name":"Partners","match":"list:partners","notify":"mention"}""");
        Assert.Equal(HttpStatusCode.Created, topic.StatusCode);
        var id = (await monitor.SubmitAsync(new { title = "Acme Bearings opens a plant", text = "Acme Bearings opened a plant on Friday.", language = "en" })).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
        var article = await monitor.GetAsync($"/api/articles/{id}");
        Assert.Equal("partners", article.GetProperty("topics")[0].GetProperty("id").GetString());
        Assert.Contains("+", article.GetProperty("lexiconVersion").GetString(), StringComparison.Ordinal);

        using var blocked = await monitor.Http.DeleteAsync("/api/concepts/list:partners", Cancelled);
        Assert.Equal(HttpStatusCode.Conflict, blocked.StatusCode);
        Assert.Contains("partners could not be used any more", await blocked.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        using var deleted = await monitor.Http.DeleteAsync("/api/concepts/list:partners?force=true", Cancelled);
        var effect = (await deleted.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("effect");
        Assert.Equal("partners", effect.GetProperty("topics")[0].GetProperty("topicId").GetString());
        Assert.Equal(1, effect.GetProperty("topics")[0].GetProperty("lost").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.Http.GetAsync("/api/concepts/list:partners", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_change_that_breaks_a_topics_own_test_is_blocked_unless_forced()
    {
        await using var monitor = await Monitor.StartAsync();
        using var made = await PutAsync(monitor, "/api/concepts/list:harbours", """{"patterns":{"en":["^Wonsan"]}}""");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        using var topic = await monitor.PostAsync("/api/topics", """{"id":"harbours","name":"Harbours","match":"list:harbours","mustMatch":["lavrov-wonsan.en"]}""");
        Assert.Equal(HttpStatusCode.Created, topic.StatusCode);

        using var blocked = await PutAsync(monitor, "/api/concepts/list:harbours", """{"patterns":{"en":["^Odesa"]}}""");
        Assert.Equal(HttpStatusCode.Conflict, blocked.StatusCode);
        Assert.Contains("harbours no longer matches lavrov-wonsan.en", await blocked.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        using var forced = await PutAsync(monitor, "/api/concepts/list:harbours?force=true", """{"patterns":{"en":["^Odesa"]}}""");
        Assert.Equal(HttpStatusCode.OK, forced.StatusCode);
        using var faulty = await PutAsync(monitor, "/api/concepts/list:x", """{"patterns":{"en":["(broken"]}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.StatusCode);
    }

    [Fact]
    public async Task A_query_is_checked_without_being_saved()
    {
        await using var monitor = await Monitor.StartAsync();
        using var pasted = await monitor.PostAsync("/api/topics/check", """{"match":"troops near5 ammunition"}""");
        var error = (await pasted.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("errors")[0];
        Assert.Equal("troops NEAR/5 ammunition", error.GetProperty("conversion").GetString());
        using var sound = await monitor.PostAsync("/api/topics/check", """{"match":"country:KP AND troops"}""");
        var answer = await sound.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Contains(" of 30 languages", answer.GetProperty("coverage")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> PostCsvAsync(Monitor monitor, string path, string csv)
    {
        using var response = await monitor.PostAsync(path, csv, "text/csv");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private static Task<HttpResponseMessage> PutAsync(Monitor monitor, string path, string json) =>
        monitor.Http.PutAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), Cancelled);
}
