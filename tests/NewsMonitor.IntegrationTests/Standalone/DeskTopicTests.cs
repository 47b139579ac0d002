using System.Net;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>The six desk topics with articles of the archive as their tests, as a desk would keep them.</summary>
public sealed class DeskTopicTests
{
    private const string Yaml = "application/yaml";

    [Fact]
    public async Task Desk_topics_are_saved_with_their_articles_as_tests_and_refused_with_the_lists_changed_about()
    {
        await using var monitor = await Monitor.StartAsync();
        await monitor.Http.PostAsync("/api/concepts/list:suppliers/import", "name,language\nAcme Bearings\nNordstahl,de\n", type: "text/csv");
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "desk"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            var topic = Path.GetFileNameWithoutExtension(file);
            var texts = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
            var (matching, others) = (new List<string>(), new List<string>());
            for (var number = 0; number < texts.Count; number++)
            {
                var text = texts[number];
                var url = $"https://desk.example/{topic}/{number}";
                var answer = await monitor.SubmitAsync(new { url, language = text.GetProperty("language"), title = text.GetProperty("title"), text = text.GetProperty("text") });
                await monitor.FinishedTraceAsync(answer.GetProperty("id").GetString()!);
                // By address and by id in turn: both name an archived article.
                (text.GetProperty("matches").GetBoolean() ? matching : others).Add(number % 2 == 0 ? url : answer.GetProperty("id").GetString()!);
            }

            var definition = await monitor.Http.GetStringAsync($"/api/topics/{topic}/yaml", TestContext.Current.CancellationToken);
            var refused = await monitor.Http.PutAsync($"/api/topics/{topic}", With(definition, others, matching), HttpStatusCode.UnprocessableEntity, Yaml);
            Assert.Equal(others.Count, refused.GetProperty("errors").GetProperty("mustMatch").GetArrayLength());
            Assert.Equal(matching.Count, refused.GetProperty("errors").GetProperty("mustNotMatch").GetArrayLength());

            var saved = await monitor.Http.PutAsync($"/api/topics/{topic}", With(definition, matching, others), type: Yaml);
            Assert.False(saved.TryGetProperty("notChecked", out _));
            Assert.False(saved.TryGetProperty("forced", out _));
            // What the lists name survives the file.
            var exported = await monitor.Http.GetStringAsync($"/api/topics/{topic}/yaml", TestContext.Current.CancellationToken);
            Assert.Equal(1, (await monitor.Http.PostAsync("/api/topics/import", exported, type: Yaml)).GetProperty("unchanged").GetInt32());
        }
    }

    private static string With(string yaml, List<string> must, List<string> mustNot) =>
        yaml + $"must_match: {JsonSerializer.Serialize(must)}\nmust_not_match: {JsonSerializer.Serialize(mustNot)}\n";
}
