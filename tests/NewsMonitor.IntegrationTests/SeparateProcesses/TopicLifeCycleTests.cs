using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsMonitor.IntegrationTests.Standalone;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>The topics' life cycle through the gateway, on PostgreSQL, with two instances.</summary>
[Collection(SharedDeploymentCollection.Name)]
public sealed class TopicLifeCycleTests(SharedDeployment shared)
{
    private Deployment Deployment => shared.Deployment;

    [Fact]
    public async Task Of_changes_to_one_version_in_two_instances_one_wins()
    {
        await Deployment.Http.PostAsync("/api/topics", """{"id":"bilbies","name":"Bilbies","match":"bilby"}""", HttpStatusCode.Created);
        var instances = Deployment.Processes.Where(process => process.Service == "topic-tagging").ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            using var response = await instances[number % 2].Http.PutAsJsonAsync("/api/topics/bilbies", new { name = $"Writer {number}", match = "bilby", version = 1 }, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }));
        Assert.Single(answers, status => status == HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(status => status == HttpStatusCode.Conflict));
        Assert.Equal([2, 1], (await Deployment.GetAsync("/api/topics/bilbies/versions")).GetProperty("items").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        await Deployment.Http.SendAsync(HttpMethod.Delete, "/api/topics/bilbies", null, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_topic_is_tried_saved_with_a_test_and_filled_in_without_an_alert()
    {
        var before = await Deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert");
        var articles = (int)await Deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version");
        foreach (var number in Enumerable.Range(0, 3))
            await Workload.SubmitAsync(Deployment.Http, new { title = $"Numbat {number}", text = $"A numbat, number {number}, was seen.", language = "en", url = Url(number) });
        await Deployment.SettledAsync(articles + 3);

        // The first one looks through the whole lexicon; a busy machine takes its time.
        using var patient = new HttpClient { BaseAddress = Deployment.Http.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        var preview = await patient.PostAsync("/api/topics/preview", """{"match":"numbat","notify":"mention"}""");
        Assert.Equal(3, preview.GetProperty("hits").GetProperty("alerting").GetInt32());
        await Deployment.Http.PostAsync("/api/topics", $$"""{"id":"numbats","name":"Numbats","match":"numbat","notify":"main","mustNotMatch":["{{Url(1)}}"]}""", HttpStatusCode.UnprocessableEntity);
        await Deployment.Http.PostAsync("/api/topics", $$"""{"id":"numbats","name":"Numbats","match":"numbat","notify":"mention","mustMatch":["{{Url(1)}}"]}""", HttpStatusCode.Created);

        await Deployment.Http.PostAsync("/api/topics/numbats/backfill", "", HttpStatusCode.Accepted);
        Assert.Equal(3, (await DoneAsync()).GetProperty("added").GetInt32());
        Assert.Equal(3, (await Deployment.GetAllAsync("/api/articles?topic=numbats")).Count);

        // An instance that was killed holds a lease that has run out: any instance goes on, and the rows stay the same.
        await Deployment.ExecuteAsync("UPDATE tagging.topic_backfill SET state = 1, finished_at = NULL, leased_until = now() - interval '1 second', scanned = 0, added = 0, after_received_at = NULL, after_article_id = NULL, after_version = NULL WHERE topic_id = 'numbats'");
        Assert.Equal(0, (await DoneAsync()).GetProperty("added").GetInt32());
        Assert.Equal(3, await Deployment.CountAsync("SELECT COUNT(*) FROM tagging.article_topic WHERE topic_id = 'numbats' AND history_json IS NOT NULL"));
        Assert.Equal(before, await Deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert"));
        await Deployment.Http.SendAsync(HttpMethod.Delete, "/api/topics/numbats", null, HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("POST", "/api/topics", """{"id":"a\u0000","name":"b","match":"c"}""", 422)]
    [InlineData("POST", "/api/topics", """{"id":"a","name":"b\u0000","match":"c"}""", 422)]
    [InlineData("POST", "/api/topics", """{"id":"a","name":"b","match":"c","mustMatch":["https://x.example/\u0000"]}""", 422)]
    [InlineData("POST", "/api/topics/preview", """{"id":"a\u0000"}""", 404)]
    [InlineData("GET", "/api/articles?q=%00", null, 400)]
    public async Task Characters_that_the_database_does_not_store_are_refused(string method, string path, string? body, int status) =>
        await Deployment.Http.SendAsync(new HttpMethod(method), path, body, (HttpStatusCode)status);

    private static string Url(int number) => $"https://numbat.example/{number}";

    private async Task<JsonElement> DoneAsync()
    {
        JsonElement state = default;
        await Eventually.TrueAsync(async () => (state = await Deployment.GetAsync("/api/topics/numbats/backfill")).GetProperty("state").GetString() == "done", () => $"{state}\n{Deployment.Describe()}");
        return state;
    }
}
