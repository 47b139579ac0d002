namespace NewsMonitor.EndToEndTests.Compose;

[Collection(ComposeStack.Collection)]
public sealed class ScaleTests(ComposeStack stack, ITestOutputHelper log)
{
    [Fact]
    public async Task Each_of_1000_articles_is_tagged_and_alerted_once_by_2_ingest_3_tagging_and_2_alerting()
    {
        await stack.StartedAsync();
        await stack.ComposeAsync("up", "-d", "--scale", "ingest=2", "--scale", "topic-tagging=3", "--scale", "alerting=2");
        await stack.HealthyAsync();
        Assert.Equal(3, (await stack.ContainersAsync("topic-tagging")).Length);

        var load = new Load(stack, "scaled");
        await load.SubmitAsync(0, 1000, batch: 20);
        await load.IsThereOnceAsync();
        // Every instance of a queue's service consumes it.
        var pipeline = await stack.GetAsync("/api/pipeline");
        var consumers = pipeline.GetProperty("stages").EnumerateArray().SelectMany(stage => stage.GetProperty("queues").EnumerateArray())
            .ToDictionary(queue => queue.GetProperty("queue").GetString()!, queue => queue.GetProperty("consumers").GetInt64());
        log.WriteLine(string.Join('\n', consumers.Select(queue => $"{queue.Key} {queue.Value}")));
        Assert.Equal(2, consumers["newsmonitor.ingest.article-submitted"]);
        Assert.Equal(3, consumers["newsmonitor.topic-tagging.article-languages-detected"]);
        Assert.Equal(2, consumers["newsmonitor.alerting.articles-tagged"]);

        await stack.ComposeAsync("up", "-d", "--scale", "ingest=1", "--scale", "topic-tagging=1", "--scale", "alerting=1");
        await stack.HealthyAsync();
    }
}
