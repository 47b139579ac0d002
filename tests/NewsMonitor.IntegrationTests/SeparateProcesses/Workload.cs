using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>Any number of different articles in thirty languages, made from the evaluation's, with alerts among them.</summary>
internal static class Workload
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "eval", "articles.jsonl"));

    /// <summary>Article number <paramref name="number"/> as <c>POST /api/articles</c> takes it. Each has its own address and text, so each is a story.</summary>
    public static JsonObject Article(int number)
    {
        var line = JsonNode.Parse(Lines[number % Lines.Length])!;
        return new JsonObject
        {
            ["url"] = $"https://load.example/{number}",
            ["title"] = line["title"]!.GetValue<string>(),
            ["text"] = $"{line["body"]!.GetValue<string>()}\n\n{number}",
            ["source"] = "load.example",
        };
    }

    /// <summary>Submits articles in batches; a batch that is not accepted is sent again until it is, as a careful client does.</summary>
    /// <returns>How often a batch had to be sent again.</returns>
    public static async Task<int> SubmitAsync(Func<HttpClient> gateway, int first, int count, int batch = 50)
    {
        var repeated = 0;
        for (var start = first; start < first + count; start += batch)
        {
            var lines = string.Join('\n', Enumerable.Range(start, Math.Min(batch, first + count - start)).Select(number => Article(number).ToJsonString()));
            while (!await TrySubmitAsync(gateway(), lines))
            {
                repeated++;
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }
        }
        return repeated;
    }

    /// <summary>Submits one article, again while the answer is 503, as a careful client does: a process that has just started, beside others that have, may not be in time with its first.</summary>
    /// <returns>The answer.</returns>
    public static async Task<JsonElement> SubmitAsync(HttpClient gateway, object article)
    {
        while (true)
        {
            using var response = await gateway.PostAsJsonAsync("/api/articles", article, TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
                return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            }
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The alerts as pairs of topic and article, which are the same in every deployment.</summary>
    public static HashSet<string> Pairs(IEnumerable<JsonElement> alerts) =>
        [.. alerts.SelectMany(alert => alert.GetProperty("articles").EnumerateArray().Select(article => $"{alert.GetProperty("topicId").GetString()} {article.GetProperty("url").GetString()}"))];

    private static async Task<bool> TrySubmitAsync(HttpClient gateway, string lines)
    {
        try
        {
            using var response = await gateway.PostAsync("/api/articles", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                return false;
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal(0, answer.GetProperty("refused").GetInt32());
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
