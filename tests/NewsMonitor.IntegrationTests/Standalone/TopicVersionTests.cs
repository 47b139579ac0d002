using System.Net;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>Versions, switching on and off, and changes of two people at once.</summary>
public sealed class TopicVersionTests(BadInputTests.Running running) : IClassFixture<BadInputTests.Running>
{
    private HttpClient Http => running.Monitor.Http;

    [Fact]
    public async Task Every_change_keeps_the_version_before_it_and_a_version_is_restored_by_a_put()
    {
        await Http.PostAsync("/api/topics", """{"id":"okapi","name":"Okapis","match":"okapi%"}""", HttpStatusCode.Created);
        await Http.PutAsync("/api/topics/okapi", """{"name":"Okapis","match":"okapi% OR giraffe%"}""");
        await Http.PutAsync("/api/topics/okapi", """{"name":"Okapis","match":"okapi% OR giraffe%"}""");

        var versions = (await Http.GetAsync("/api/topics/okapi/versions", HttpStatusCode.OK)).GetProperty("items");
        Assert.Equal([2, 1], versions.EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal([true, false], versions.EnumerateArray().Select(version => version.GetProperty("current").GetBoolean()));
        Assert.Equal(["match"], versions[0].GetProperty("changed").Strings());

        var first = (await Http.GetAsync("/api/topics/okapi/versions/1", HttpStatusCode.OK)).GetProperty("topic");
        Assert.Equal(3, (await Http.PutAsync("/api/topics/okapi", first.GetRawText())).GetProperty("version").GetInt32());
        Assert.Equal("okapi%", (await Http.GetAsync("/api/topics/okapi", HttpStatusCode.OK)).GetProperty("match").GetString());
        await Http.GetAsync("/api/topics/okapi/versions/9", HttpStatusCode.NotFound);
        await Http.GetAsync("/api/topics/none/versions", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_deleted_topic_keeps_its_versions_and_goes_on_counting_when_it_comes_back()
    {
        await Http.PostAsync("/api/topics", """{"id":"dodo","name":"Dodos","match":"dodo%"}""", HttpStatusCode.Created);
        await Http.SendAsync(HttpMethod.Delete, "/api/topics/dodo", null, HttpStatusCode.NoContent);
        var kept = (await Http.GetAsync("/api/topics/dodo/versions/1", HttpStatusCode.OK)).GetProperty("topic");
        Assert.Equal(2, (await Http.PostAsync("/api/topics", kept.GetRawText(), HttpStatusCode.Created)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_change_of_a_version_that_no_longer_holds_is_refused_with_the_one_that_does()
    {
        await Http.PostAsync("/api/topics", """{"id":"tapir","name":"Tapirs","match":"tapir%"}""", HttpStatusCode.Created);
        await Http.PutAsync("/api/topics/tapir", """{"name":"Mine","match":"tapir%","version":1}""");
        var stale = await Http.PutAsync("/api/topics/tapir", """{"name":"Yours","match":"tapir%","version":1}""", HttpStatusCode.Conflict);
        Assert.Equal(2, stale.GetProperty("currentVersion").GetInt32());
        await Http.PutAsync("/api/topics/tapir", """{"name":"Yours","match":"tapir%"}""", HttpStatusCode.Conflict, ifMatch: "\"1\"");
        Assert.Equal("Mine", (await Http.GetAsync("/api/topics/tapir", HttpStatusCode.OK)).GetProperty("name").GetString());
        await Http.PutAsync("/api/topics/tapir", """{"name":"Yours","match":"tapir%"}""", HttpStatusCode.BadRequest, ifMatch: "yesterday's");

        using var read = await Http.GetAsync("/api/topics/tapir", TestContext.Current.CancellationToken);
        Assert.Equal("\"2\"", read.Headers.ETag!.ToString());
        Assert.Equal(3, (await Http.PutAsync("/api/topics/tapir", """{"name":"Yours","match":"tapir%"}""", ifMatch: read.Headers.ETag.ToString())).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Of_many_changes_at_once_to_one_version_one_wins()
    {
        await Http.PostAsync("/api/topics", """{"id":"eland","name":"Elands","match":"eland%"}""", HttpStatusCode.Created);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            using var body = new StringContent($$"""{"name":"Writer {{number}}","match":"eland%","version":1}""", System.Text.Encoding.UTF8, "application/json");
            using var response = await Http.PutAsync("/api/topics/eland", body, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }));
        Assert.Single(answers, status => status == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_topic_is_switched_off_and_on_as_often_as_one_likes()
    {
        await Http.PostAsync("/api/topics", """{"id":"kudu","name":"Kudus","match":"kudu%"}""", HttpStatusCode.Created);
        Assert.Equal(["kudu"], await MatchAsync("A kudu"));
        foreach (var _ in (int[])[1, 2])
            Assert.Equal(2, (await Http.SendAsync(HttpMethod.Post, "/api/topics/kudu/disable", null, HttpStatusCode.OK)).GetProperty("version").GetInt32());
        Assert.Empty(await MatchAsync("A kudu"));
        foreach (var _ in (int[])[1, 2])
            Assert.True((await Http.SendAsync(HttpMethod.Post, "/api/topics/kudu/enable", null, HttpStatusCode.OK)).GetProperty("enabled").GetBoolean());
        Assert.Equal(["kudu"], await MatchAsync("A kudu"));
        await Http.SendAsync(HttpMethod.Post, "/api/topics/none/enable", null, HttpStatusCode.NotFound);
    }

    private async Task<List<string>> MatchAsync(string title) =>
        [.. (await Http.PostAsync("/api/match", JsonSerializer.Serialize(new { title }))).GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("id").GetString()!)];
}
