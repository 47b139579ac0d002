using System.Text.Json;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>An integrator whose client is not .NET and knows nothing of envelopes.</summary>
[Collection(SharedDeploymentCollection.Name)]
public sealed class ForeignClientTests(SharedDeployment shared)
{
    private const string Topic = "north-korea-russia-military-cooperation";

    [Fact]
    public async Task Article_as_plain_json_from_python_raises_the_alert_and_is_answered()
    {
        var deployment = shared.Deployment;
        var article = Path.Combine(AppContext.BaseDirectory, "seeds", "articles", "lavrov-wonsan.it.json");
        var answer = await PublishAsync(deployment, article);
        Assert.True(answer.GetProperty("accepted").GetBoolean(), answer.ToString());
        var id = answer.GetProperty("id").GetString();
        await deployment.SettledAsync(articles: 1);

        var alert = Assert.Single(await deployment.GetAllAsync("/api/alerts"), alert => alert.GetProperty("articles")[0].GetProperty("id").GetString() == id);
        Assert.Equal(Topic, alert.GetProperty("topicId").GetString());
        var trace = await deployment.GetAsync($"/api/articles/{id}/trace");
        Assert.False(trace.GetProperty("waiting").GetBoolean(), trace.ToString());
        Assert.Equal(["ingest", "language-detection", "topic-tagging", "alerting"], trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("stage").GetString()).Distinct());
    }

    [Theory]
    [InlineData("""{"title":"Without a content type"}""", "--content-type", "")]
    [InlineData("""{"title":"As text"}""", "--content-type", "text/plain; charset=utf-8")]
    [InlineData("""{"title":"With a content type that is none"}""", "--content-type", ";;")]
    [InlineData("""{"title":"With a message id that is no UUID"}""", "--message-id", "order 66")]
    [InlineData("""{"title":"Answered through the exchange without a name"}""", "--unbound")]
    public async Task Plain_message_is_accepted_whatever_its_properties_say(string body, params string[] options)
    {
        var answer = await PublishTextAsync(body, options);
        Assert.True(answer.GetProperty("accepted").GetBoolean(), answer.ToString());
    }

    [Theory]
    [InlineData("""{"title":"cut""", "not a valid article in JSON at line 1")]
    [InlineData("", "The body is empty")]
    [InlineData("null", "JSON value null")]
    [InlineData("[1,2]", "not a valid article in JSON")]
    [InlineData("""{"title":7}""", "in field 'title'")]
    [InlineData("""{"url":"ftp://x","title":"a"}""", "url: 'ftp://x' is not an absolute http or https address")]
    [InlineData("""{"title":" ","text":""}""", "title and text are both empty")]
    public async Task Message_that_is_no_article_is_refused_with_its_reason_and_does_not_come_back(string body, string reason)
    {
        var answer = await PublishTextAsync(body);
        Assert.False(answer.GetProperty("accepted").GetBoolean(), answer.ToString());
        Assert.Contains(reason, answer.GetProperty("errors")[0].GetString(), StringComparison.Ordinal);
        await using var broker = await Broker.ConnectAsync(shared.Deployment.Bus);
        await RepetitionTests.QuietAsync(broker);
        Assert.Equal(0u, await RepetitionTests.DeadLettersAsync(broker));
        Assert.True(await shared.Deployment.CountAsync("SELECT COUNT(*) FROM ingest.refusal") > 0);
    }

    private async Task<JsonElement> PublishTextAsync(string body, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, body, TestContext.Current.CancellationToken);
            return await PublishAsync(shared.Deployment, file, options);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<JsonElement> PublishAsync(Deployment deployment, string file, params string[] options)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "SeparateProcesses", "publish.py"), TestContext.Current.CancellationToken);
        return JsonElement.Parse(await PythonClient.RunAsync(script, [deployment.Bus.AbsoluteUri, file, .. options]));
    }
}
