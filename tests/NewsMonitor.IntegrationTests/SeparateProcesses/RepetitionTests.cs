using NewsMonitor.Contracts;
using RabbitMQ.Client;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

[Collection(SharedDeploymentCollection.Name)]
public sealed class RepetitionTests(SharedDeployment shared)
{
    private const int Times = 10;

    [Fact]
    public async Task Every_message_delivered_ten_times_in_any_order_leaves_one_archive_row_one_alert_and_one_delivery()
    {
        var deployment = shared.Deployment;
        await using var broker = await Broker.ConnectAsync(deployment.Bus);
        // One before, so that processes that have just started are not late with the one that is looked at, which would be published again.
        await Workload.SubmitAsync(deployment.Http, Workload.Article(NumberOfAlert() + 1));
        await deployment.SettledAsync(articles: 1);
        var taps = new Dictionary<string, string>();
        foreach (var exchange in new[] { typeof(ArticlesIngested), typeof(ArticleLanguagesDetected), typeof(ArticlesTagged), typeof(ArticlesAlerted) }.Select(message => Topology.ExchangeOf(message)!))
            taps[exchange] = await broker.TapAsync(exchange);
        var article = Workload.Article(NumberOfAlert()).DeepClone();
        article["url"] = "https://repeated.example/1";
        var id = (await Workload.SubmitAsync(deployment.Http, article)).GetProperty("id").GetString();
        await deployment.SettledAsync(articles: 1);

        var messages = new List<(string Exchange, BasicGetResult Message)>();
        foreach (var (exchange, queue) in taps)
            messages.AddRange((await broker.TakeAllAsync(queue)).Select(message => (exchange, message)));
        Assert.Equal(taps.Keys.Order(), messages.Select(message => message.Exchange).Order());
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var repeated = Enumerable.Repeat(messages, Times).SelectMany(message => message).ToArray();
        new Random(seed).Shuffle(repeated);
        foreach (var (exchange, message) in repeated)
            await broker.PublishAsync(exchange, message);
        await QuietAsync(broker);
        await deployment.SettledAsync(articles: 1);

        Assert.Equal(1, await deployment.CountAsync($"SELECT COUNT(*) FROM ingest.article_version WHERE article_id = '{id}'"));
        Assert.Equal(1, await deployment.CountAsync($"SELECT COUNT(*) FROM tagging.article WHERE article_id = '{id}'"));
        Assert.Equal(1, await deployment.CountAsync($"SELECT COUNT(*) FROM alerting.alert_article WHERE article_id = '{id}'"));
        var alert = $"(SELECT alert_id FROM alerting.alert_article WHERE article_id = '{id}')";
        Assert.Equal(1, await deployment.CountAsync($"SELECT COUNT(*) FROM alerting.alert_event WHERE alert_id = {alert}"));
        Assert.Equal(1, await deployment.CountAsync($"SELECT SUM(attempts) FROM alerting.alert_delivery WHERE subject = {alert}::text"));
        Assert.Equal(0u, await DeadLettersAsync(broker));
    }

    /// <summary>Nothing waits in any queue, three times in a row: a message between two queues is in none.</summary>
    internal static async Task QuietAsync(Broker broker)
    {
        var quiet = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                uint waiting = 0;
                foreach (var queue in Topology.QueuesOf.Values.SelectMany(queues => queues))
                    waiting += await broker.DepthAsync(queue);
                quiet = waiting == 0 ? quiet + 1 : 0;
                return quiet == 10;
            },
            () => "the queues do not empty");
    }

    internal static async Task<uint> DeadLettersAsync(Broker broker)
    {
        uint dead = 0;
        foreach (var queue in Topology.QueuesOf.Values.SelectMany(queues => queues))
            dead += await broker.DepthAsync(queue + "_error") + await broker.DepthAsync(queue + "_skipped");
        return dead;
    }

    /// <summary>An article of the workload that raises one alert.</summary>
    internal static int NumberOfAlert() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "eval", "articles.jsonl"))
            .Select((line, number) => (Topics: System.Text.Json.JsonElement.Parse(line).GetProperty("topics"), number))
            .First(article => article.Topics.GetArrayLength() == 1 && article.Topics[0].GetString() == "north-korea-russia-military-cooperation").number;
}
