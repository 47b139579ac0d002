using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsMonitor.EndToEndTests.Compose;

/// <summary>Articles in bulk, every second one about a topic that has a subscription.</summary>
internal sealed class Load(ComposeStack stack, string name)
{
    private const string Topic = "north-korea-russia-military-cooperation";
    private readonly HashSet<string> _matching = [];
    private readonly HashSet<string> _accepted = [];

    /// <summary>How often a batch had to be sent again, and the longest wait for an answer.</summary>
    public int Repeated { get; private set; }

    /// <summary>The longest wait for any answer.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Submits articles in batches; a batch that is not accepted is sent again until it is, as a careful client does.</summary>
    public async Task SubmitAsync(int first, int count, int batch = 10)
    {
        for (var start = first; start < first + count; start += batch)
        {
            var numbers = Enumerable.Range(start, Math.Min(batch, first + count - start)).ToList();
            while (!await TrySubmitAsync(numbers))
            {
                Repeated++;
                await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Waits until everything accepted is tagged and alerted, then checks that all of it is there, once.</summary>
    public async Task IsThereOnceAsync()
    {
        var open = "";
        await stack.EventuallyAsync(
            async () =>
            {
                open = await stack.QueryAsync(
                    $"""
                    SELECT {_accepted.Count} - COUNT(*), COUNT(*) FILTER (WHERE tagged_at IS NULL), (SELECT COUNT(*) FROM tagging.article WHERE alerted_at IS NULL),
                      (SELECT COUNT(*) FROM alerting.alert_delivery WHERE delivered_at IS NULL)
                    FROM ingest.article_version WHERE source = '{name}.example'
                    """);
                return open == "0|0|0|0";
            },
            () => Task.FromResult($"missing | untagged | unalerted | undelivered: {open}"));
        await stack.EventuallyAsync(async () => await IsAlertedAsync(), () => Task.FromResult("alerts are missing"));

        var tagged = (await stack.GetAllAsync("/api/articles")).Select(article => article.GetProperty("id").GetString()!).Where(_accepted.Contains).ToList();
        Assert.Equal(tagged.Count, tagged.Distinct().Count());
        Assert.Equal(_accepted.Order(), tagged.Order());
        var alerted = await AlertedAsync();
        Assert.Equal(_matching.Order(), alerted.Order());
    }

    private async Task<bool> IsAlertedAsync() => (await AlertedAsync()).Count >= _matching.Count;

    // Whether reports are joined to stories or not: each article that matches stands in one alert of the topic.
    private async Task<List<string>> AlertedAsync() =>
        [.. (await stack.GetAllAsync("/api/alerts")).Where(alert => alert.GetProperty("topicId").GetString() == Topic)
            .SelectMany(alert => alert.GetProperty("articles").EnumerateArray()).Select(article => article.GetProperty("id").GetString()!).Where(_accepted.Contains)];

    private async Task<bool> TrySubmitAsync(List<int> numbers)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var lines = string.Join('\n', numbers.Select(number => JsonSerializer.Serialize(Article(number))));
            using var response = await stack.Http.PostAsync("/api/articles", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"), TestContext.Current.CancellationToken);
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway)
                return false;
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal(0, answer.GetProperty("refused").GetInt32());
            foreach (var (number, item) in numbers.Zip(answer.GetProperty("results").EnumerateArray()))
            {
                var id = item.GetProperty("id").GetString()!;
                _accepted.Add(id);
                if (Matches(number))
                    _matching.Add(id);
            }
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            return false;
        }
        finally
        {
            var took = TimeProvider.System.GetElapsedTime(start);
            Slowest = took > Slowest ? took : Slowest;
        }
    }

    private static bool Matches(int number) => number % 2 == 0;

    private object Article(int number) => new
    {
        url = $"https://{name}.example/{number}",
        title = Matches(number) ? $"Soldati nordcoreani schierati nel Kursk, rapporto {number}" : $"Il Comune apre la biblioteca numero {number}",
        text = Matches(number)
            ? $"Mosca ha confermato che {number} soldati nordcoreani sono stati inviati nella regione di Kursk.\n\nPyongyang ha fornito alla Russia munizioni."
            : $"La sala {number} ospita libri per bambini e resta aperta fino a sera.",
        source = $"{name}.example",
    };
}
