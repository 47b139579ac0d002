using System.Diagnostics;
using System.Net;
using System.Text.Json;
using NewsMonitor.Hosting.Telemetry;

namespace NewsMonitor.IntegrationTests.Standalone;

public sealed class PipelineTests
{
    private const string Topic = "north-korea-russia-military-cooperation";

    private static readonly object Article = new
    {
        url = "https://example.org/kursk?utm_source=mail",
        title = "Soldati nordcoreani schierati nel Kursk al fianco dei russi",
        text = "Mosca ha confermato che migliaia di soldati nordcoreani sono stati inviati nella regione di Kursk.\n\nPyongyang ha fornito alla Russia anche munizioni e proiettili d'artiglieria, secondo Seul.",
        source = "example.org",
    };

    [Fact]
    public async Task First_start_raises_the_alert_in_six_languages_and_a_second_start_loads_nothing_twice()
    {
        var directory = Monitor.NewDirectory();
        await using (var first = await Monitor.StartAsync(directory, seedArticles: true))
        {
            await Eventually.TrueAsync(async () => (await first.GetAsync($"/api/alerts?topic={Topic}")).GetProperty("items").GetArrayLength() == 6, () => "six alerts");
            await Eventually.TrueAsync(() => Task.FromResult(Count(first.Console, "● ALERT") == 6), () => first.Console);
            Assert.Contains("Lavrov sullo yacht di Kim a Wonsan", first.Console, StringComparison.Ordinal);
        }
        await using var second = await Monitor.StartAsync(directory, seedArticles: true);
        var answer = await second.SubmitAsync(Article);
        await second.FinishedTraceAsync(answer.GetProperty("id").GetString()!);
        Assert.Equal(7, (await second.GetAsync("/api/alerts")).GetProperty("items").GetArrayLength());
        Assert.Equal(7, (await second.GetAsync("/api/articles")).GetProperty("items").GetArrayLength());
        Assert.Equal(40, (await second.GetAsync("/api/topics")).GetProperty("items").GetArrayLength());
        await Eventually.TrueAsync(() => Task.FromResult(Count(second.Console, "● ALERT") == 1), () => second.Console);
    }

    [Fact]
    public async Task Article_sent_ten_times_raises_one_alert_and_one_delivery()
    {
        await using var monitor = await Monitor.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => monitor.SubmitAsync(Article)));
        Assert.Single(answers.Select(answer => answer.GetProperty("id").GetString()).Distinct());
        await monitor.FinishedTraceAsync(answers[0].GetProperty("id").GetString()!);
        Assert.True((await monitor.SubmitAsync(Article)).GetProperty("duplicate").GetBoolean());

        Assert.Single((await monitor.GetAsync("/api/alerts")).GetProperty("items").EnumerateArray());
        await Eventually.TrueAsync(() => Task.FromResult(monitor.Console.Contains("● ALERT", StringComparison.Ordinal)), () => "no delivery");
        Assert.Equal(1, Count(monitor.Console, "● ALERT"));
        Assert.Equal(0, Count(monitor.Console, "○ UPDATE"));
    }

    [Fact]
    public async Task Exact_copy_under_another_address_joins_the_alert_visibly()
    {
        await using var monitor = await Monitor.StartAsync();
        var first = await monitor.SubmitAsync(Article);
        await monitor.FinishedTraceAsync(first.GetProperty("id").GetString()!);
        var copy = JsonSerializer.SerializeToNode(Article)!.AsObject();
        copy["url"] = "https://other.example/copy";
        copy["source"] = "other.example";
        var second = await monitor.SubmitAsync(copy);
        Assert.NotEqual(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        await monitor.FinishedTraceAsync(second.GetProperty("id").GetString()!);

        var alert = Assert.Single((await monitor.GetAsync("/api/alerts")).GetProperty("items").EnumerateArray());
        Assert.Equal(["example.org", "other.example"], alert.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("source").GetString()));
        await Eventually.TrueAsync(() => Task.FromResult(Count(monitor.Console, "○ UPDATE") == 1), () => monitor.Console);
    }

    [Fact]
    public async Task Evidence_points_at_exactly_its_words_in_the_stored_text()
    {
        await using var monitor = await Monitor.StartAsync();
        var id = (await monitor.SubmitAsync(Article)).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
        var article = await monitor.GetAsync($"/api/articles/{id}");
        var topic = article.GetProperty("topics").EnumerateArray().Single(topic => topic.GetProperty("id").GetString() == Topic);
        var spans = topic.GetProperty("clauses").EnumerateArray().SelectMany(clause => clause.GetProperty("spans").EnumerateArray()).ToList();
        Assert.NotEmpty(spans);
        Assert.All(spans, span =>
        {
            var field = article.GetProperty(span.GetProperty("field").GetString()!).GetString()!;
            Assert.Equal(span.GetProperty("text").GetString(), field.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()));
        });
    }

    [Fact]
    public async Task One_trace_leads_from_the_submission_to_the_delivery()
    {
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "MassTransit" or Pipeline.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (activities)
                    activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var monitor = await Monitor.StartAsync();
        var root = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles") { Content = System.Net.Http.Json.JsonContent.Create(Article) };
        request.Headers.Add("traceparent", $"00-{root}-{ActivitySpanId.CreateRandom()}-01");
        using var response = await monitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);

        await Eventually.TrueAsync(() => Task.FromResult(Names().Contains("deliver alert")), () => string.Join(", ", Names()));
        Assert.Contains("publish ArticlesIngested", Names());

        HashSet<string> Names()
        {
            lock (activities)
                return [.. activities.Where(activity => activity.TraceId == root).Select(activity => activity.OperationName)];
        }
    }

    [Fact]
    public async Task Alert_stream_resumes_after_the_last_event_that_was_seen()
    {
        await using var monitor = await Monitor.StartAsync();
        var id = (await monitor.SubmitAsync(Article)).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/alerts/stream");
        request.Headers.Add("Last-Event-ID", "0");
        using var response = await monitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var lines = new List<string>();
        while (!lines.Contains("event: alert-raised"))
            lines.Add((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!);
        Assert.Contains(id, await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_process_on_the_same_data_is_refused_and_told_who_holds_it()
    {
        var directory = Monitor.NewDirectory();
        await using var monitor = await Monitor.StartAsync(directory);
        var refusal = Assert.Throws<NewsMonitor.Hosting.Database.DataDirectoryInUseException>(() => NewsMonitor.Hosting.Database.DataDirectory.Open(directory));
        Assert.Contains(directory, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
