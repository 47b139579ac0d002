using NewsMonitor.Contracts;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>Rows whose messages are gone are published again.</summary>
public sealed class SweepTests
{
    private const int Articles = 20;

    [Fact]
    public async Task Articles_whose_messages_were_purged_from_the_queue_are_published_again_and_tagged_once_and_their_trace_says_so()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Set("Sweep__Interval", "00:00:01");
        deployment.Set("Sweep__LateAfter", "00:00:10");
        var ingest = deployment.Start("ingest");
        await ingest.ReadyAsync();
        await Workload.SubmitAsync(() => ingest.Http, 0, Articles);
        await using var broker = await Broker.ConnectAsync(deployment.Bus);
        Assert.NotEqual(0u, await broker.PurgeAsync(Topology.IngestedArticles));

        deployment.Start("language-detection");
        deployment.Start("topic-tagging");
        deployment.Start("alerting");
        deployment.StartGateway();
        await deployment.SettledAsync(Articles);

        // Once as a rule; a machine so slow that the answer is late too sweeps again, with the same effect.
        Assert.Equal(Articles, await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version WHERE sweeps >= 1"));
        Assert.Equal(Articles, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article"));
        Assert.Equal(0u, await RepetitionTests.DeadLettersAsync(broker));
        var articles = await deployment.GetAllAsync("/api/articles?source=load.example");
        var trace = await deployment.GetAsync($"/api/articles/{articles[0].GetProperty("id").GetGuid()}/trace");
        Assert.Contains("published again", trace.GetRawText(), StringComparison.Ordinal);
    }
}
