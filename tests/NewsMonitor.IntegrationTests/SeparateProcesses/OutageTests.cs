using System.Net;
using System.Net.Http.Json;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>
/// On a broker and a database server of their own, because they are stopped and killed; and with no test beside them, because the time of an
/// answer is promised by the product and not by a machine that starts twenty processes at once.
/// </summary>
[Collection(TimedAlone.Name)]
public sealed class OutageTests
{
    private const int Articles = 1000;

    // Promised by the product: a submission that cannot be confirmed is answered within this time.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Publisher_started_before_every_consumer_on_a_fresh_broker_loses_nothing()
    {
        await using var deployment = await Deployment.CreateAsync();
        var ingest = deployment.Start("ingest");
        await ingest.ReadyAsync();
        await Workload.SubmitAsync(() => ingest.Http, 0, 100);
        deployment.Start("language-detection");
        await Eventually.TrueAsync(async () =>
        {
            await using var broker = await Broker.ConnectAsync(deployment.Bus);
            return await broker.DepthAsync(Contracts.Topology.LanguageDetectedArticles) > 0 && await broker.DepthAsync(Contracts.Topology.IngestedArticles) == 0;
        }, deployment.Describe);
        deployment.Start("topic-tagging");
        await Eventually.TrueAsync(async () => await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version WHERE tagged_at IS NULL") == 0, deployment.Describe);
        deployment.Start("alerting");
        await deployment.SettledAsync(100);
        Assert.Equal(100, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article WHERE sweeps = 0"));
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Submission_while_the_broker_is_away_is_answered_503_in_time_and_the_article_is_there_after()
    {
        await using var broker = await TestServers.NewRabbitMqAsync();
        await using var deployment = await Deployment.CreateAsync(broker, await TestServers.PostgresAsync());
        await deployment.StartAllAsync();
        // A monitor at work, not one that compiles its first request.
        await Workload.SubmitAsync(() => deployment.Http, 3, 1);
        await deployment.SettledAsync(1);
        await broker.StopAsync();
        for (var number = 0; number < 3; number++)
        {
            var start = TimeProvider.System.GetTimestamp();
            using var response = await deployment.Http.PostAsJsonAsync("/api/articles", Workload.Article(number), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.True(TimeProvider.System.GetElapsedTime(start) < AnswerWithin, $"answered after {TimeProvider.System.GetElapsedTime(start)}");
            Assert.Equal("10", Assert.Single(response.Headers.GetValues("Retry-After")));
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
        await broker.StartAsync();
        await deployment.SettledAsync(4);
        Assert.Equal(0, await deployment.CountAsync("SELECT SUM(sweeps) FROM ingest.article_version"));
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Killed_workers_a_killed_broker_and_a_stopped_database_lose_nothing_and_repeat_nothing()
    {
        await using var broker = await TestServers.NewRabbitMqAsync();
        await using var database = await TestServers.NewPostgresAsync();
        await using var deployment = await Deployment.CreateAsync(broker, database);
        await deployment.StartAllAsync(tagging: 2);
        var submitting = Workload.SubmitAsync(() => deployment.Http, 0, Articles, batch: 10);
        foreach (var service in (string[])["language-detection", "topic-tagging", "alerting", "ingest"])
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            await (await deployment.KillAndRestartAsync(service)).ReadyAsync();
        }
        await broker.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await broker.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await database.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        // Retries that sit out the outage end with the process, in good order.
        var tagging = deployment.Of("topic-tagging");
        Assert.Equal(0, await tagging.StopAsync());
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await database.StartAsync();
        await deployment.RestartAsync(tagging);
        var repeated = await submitting;
        await deployment.SettledAsync(Articles);

        await using var hands = await Broker.ConnectAsync(deployment.Bus);
        Assert.Equal(0u, await RepetitionTests.DeadLettersAsync(hands));
        Assert.Equal(Articles, await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version WHERE tagged_at IS NOT NULL"));
        Assert.Equal(Articles, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article WHERE alerted_at IS NOT NULL"));
        Assert.Equal(
            await deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert"),
            await deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert_delivery WHERE reason = 'new' AND delivered_at IS NOT NULL"));
        Assert.Equal(
            await deployment.CountAsync("SELECT COUNT(DISTINCT (article_id, topic_id)) FROM tagging.article_topic t WHERE EXISTS (SELECT 1 FROM alerting.alert_article a WHERE a.article_id = t.article_id)"),
            await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article_topic t WHERE EXISTS (SELECT 1 FROM alerting.alert_article a WHERE a.article_id = t.article_id)"));
        // No sweep is needed: what a kill takes from memory is still in a queue, in a row that its client sends again, or in both.
        var sweeps = await deployment.CountAsync("SELECT SUM(sweeps) FROM ingest.article_version") + await deployment.CountAsync("SELECT SUM(sweeps) FROM tagging.article");
        TestContext.Current.SendDiagnosticMessage($"{repeated} batches were sent again; {sweeps} sweeps");
        Assert.Equal(0, sweeps);
    }
}
