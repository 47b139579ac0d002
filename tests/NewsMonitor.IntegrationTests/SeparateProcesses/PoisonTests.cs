using System.Net.Http.Json;
using System.Text.Json;
using NewsMonitor.Contracts;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

[Collection(SharedDeploymentCollection.Name)]
public sealed class PoisonTests(SharedDeployment shared)
{
    private const string Poison = "https://poison.example/13";

    [Fact]
    public async Task Poison_item_in_a_list_of_64_alone_becomes_a_dead_letter_once_and_comes_through_when_redriven()
    {
        var deployment = shared.Deployment;
        await using var broker = await Broker.ConnectAsync(deployment.Bus);
        // What an upgrade gone wrong looks like: the database refuses one article.
        await deployment.ExecuteAsync($"ALTER TABLE tagging.article ADD CONSTRAINT poison CHECK (url <> '{Poison}')");
        var items = Enumerable.Range(0, Topology.MaxItems).Select(Item).ToArray();
        foreach (var item in items)
            await StoreAtIngestAsync(deployment, item);
        await broker.SendAsync(Topology.LanguageDetectedArticles, new ArticleLanguagesDetected(items));

        var failed = $"SELECT COUNT(*) FROM ingest.article_version WHERE url = '{Poison}' AND failed_because LIKE 'topic tagging:%poison%'";
        await Eventually.TrueAsync(async () => await deployment.CountAsync(failed) == 1, () => $"the poison item is not marked failed\n{deployment.Describe()}");
        await RepetitionTests.QuietAsync(broker);
        Assert.Equal(63, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article WHERE source = 'poison.example'"));
        Assert.Equal(1u, await broker.DepthAsync(Topology.LanguageDetectedArticles + "_error"));
        Assert.Equal(1u, await RepetitionTests.DeadLettersAsync(broker));
        var stage = (await deployment.GetAsync("/api/pipeline")).GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("stage").GetString() == "topic-tagging");
        Assert.Equal(1, stage.GetProperty("queues").EnumerateArray().Single(queue => queue.GetProperty("queue").GetString() == Topology.LanguageDetectedArticles).GetProperty("deadLetters").GetInt32());

        await deployment.ExecuteAsync("ALTER TABLE tagging.article DROP CONSTRAINT poison");
        using var redriven = await deployment.Http.PostAsync($"/api/pipeline/dead-letters/{Topology.LanguageDetectedArticles}/redrive", null, TestContext.Current.CancellationToken);
        Assert.Equal(1, (await redriven.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("redriven").GetInt32());
        await deployment.SettledAsync(articles: Topology.MaxItems);
        Assert.Equal(64, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article WHERE source = 'poison.example'"));
        Assert.Equal(0, await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version WHERE failed_because IS NOT NULL"));
        Assert.Equal(0u, await RepetitionTests.DeadLettersAsync(broker));
    }

    private static LanguageDetectedArticle Item(int number)
    {
        var id = Guid.NewGuid();
        var article = new IngestedArticle(id, 1, $"hash-{id:n}", $"Nothing of interest {number}", "A text.", "poison.example", $"https://poison.example/{number}", null, null, null, TimeProvider.System.GetUtcNow(), []);
        return new LanguageDetectedArticle(article, new DetectedLanguage("en", 1, []));
    }

    private static Task StoreAtIngestAsync(Deployment deployment, LanguageDetectedArticle item) => deployment.ExecuteAsync(
        $"""
        INSERT INTO ingest.article (id, first_seen_at) VALUES ('{item.Article.Id}', now());
        INSERT INTO ingest.article_version (article_id, number, content_hash, title, text, source, url, received_at, tags, sweeps)
        VALUES ('{item.Article.Id}', 1, '{item.Article.ContentHash}', '{item.Article.Title}', 'A text.', 'poison.example', '{item.Article.Url}', now(), ARRAY[]::text[], 0);
        """);
}
