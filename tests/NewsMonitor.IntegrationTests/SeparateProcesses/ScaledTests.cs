namespace NewsMonitor.IntegrationTests.SeparateProcesses;

public sealed class ScaledTests
{
    private const int Articles = 1000;

    [Fact]
    public async Task Many_instances_started_at_once_on_an_empty_database_tag_each_article_once_and_raise_the_alerts_of_one()
    {
        await using var deployment = await Deployment.StartAsync(ingest: 2, tagging: 3, alerting: 2);
        var ingest = deployment.Processes.Where(process => process.Service == "ingest").ToArray();
        // Half to each instance, and a tenth of it to both: the same article may arrive twice at the same time.
        await Task.WhenAll(
            Workload.SubmitAsync(() => ingest[0].Http, 0, Articles * 55 / 100),
            Workload.SubmitAsync(() => ingest[1].Http, Articles * 45 / 100, Articles * 55 / 100));
        await deployment.SettledAsync(Articles);

        Assert.Equal(Articles, await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version"));
        Assert.Equal(Articles, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article"));
        Assert.Equal(0, await deployment.CountAsync("SELECT COALESCE(SUM(sweeps), 0) FROM ingest.article_version"));
        Assert.Equal(0, await deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert_delivery WHERE attempts <> 1"));
        var alerts = await deployment.GetAllAsync("/api/alerts");
        Assert.Equal(alerts.Count, await deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert_delivery WHERE reason = 'new'"));
        Assert.Equal(await AlertsOfOneProcessAsync(), Workload.Pairs(alerts));

        foreach (var service in deployment.Processes)
            Assert.Equal(0, await service.StopAsync());
    }

    private static async Task<HashSet<string>> AlertsOfOneProcessAsync()
    {
        await using var monitor = await Standalone.Monitor.StartAsync();
        await Workload.SubmitAsync(() => monitor.Http, 0, Articles);
        await Eventually.TrueAsync(async () => (await monitor.GetAsync("/api/pipeline")).GetProperty("stages").EnumerateArray().All(stage => !stage.TryGetProperty("backlog", out var backlog) || backlog.GetProperty("unanswered").GetInt32() == 0), () => "the one process does not settle");
        return Workload.Pairs(await monitor.GetAllAsync("/api/alerts"));
    }
}
