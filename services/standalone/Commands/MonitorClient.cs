using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Standalone.Pipeline;
using NewsMonitor.TopicTagging.Topics;
using NewsMonitor.TopicTagging.Topics.Files;
using NewsMonitor.TopicTagging.Topics.Preview;
using Polly;

namespace NewsMonitor.Standalone.Commands;

/// <summary>A running monitor, over its HTTP API.</summary>
internal sealed class MonitorClient : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;

    /// <summary>Makes a client.</summary>
    /// <param name="server">The monitor.</param>
    /// <param name="patience">How long an answer may take; null for what a person waits for.</param>
    public MonitorClient(Uri server, TimeSpan? patience = null)
    {
        Server = server;
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(MonitorClient), http => (http.BaseAddress, http.Timeout) = (server, Timeout.InfiniteTimeSpan))
            .AddStandardResilienceHandler(options =>
            {
                if (patience is { } longest)
                {
                    options.AttemptTimeout.Timeout = longest;
                    options.TotalRequestTimeout.Timeout = longest * 2;
                    options.CircuitBreaker.SamplingDuration = longest * 2;
                }

                // A person waits: a monitor that is starting is given a moment, one that is not there is reported at once.
                options.Retry.MaxRetryAttempts = 2;
                options.Retry.Delay = TimeSpan.FromMilliseconds(300);
                options.Retry.BackoffType = DelayBackoffType.Exponential;
            });
        _services = services.BuildServiceProvider();
        _http = _services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(MonitorClient));
    }

    public Uri Server { get; }

    /// <summary>Submits an article.</summary>
    /// <exception cref="MonitorException">The monitor refuses it, or cannot be reached.</exception>
    public Task<SubmissionResult> SubmitAsync(ArticleSubmitted article, CancellationToken cancellationToken) =>
        SendAsync<SubmissionResult>(http => http.PostAsJsonAsync("/api/articles", article, JsonSettings.Web, cancellationToken), cancellationToken);

    /// <summary>Matches an article without storing it.</summary>
    /// <exception cref="MonitorException">The monitor refuses it, or cannot be reached.</exception>
    public Task<ArticleMatchResult> MatchAsync(ArticleSubmitted article, CancellationToken cancellationToken) =>
        SendAsync<ArticleMatchResult>(http => http.PostAsJsonAsync("/api/match", article, JsonSettings.Web, cancellationToken), cancellationToken);

    /// <summary>Reads an article's trace.</summary>
    /// <exception cref="MonitorException">The monitor does not know it, or cannot be reached.</exception>
    public Task<ArticleTraceView> TraceAsync(Guid id, CancellationToken cancellationToken) =>
        SendAsync<ArticleTraceView>(http => http.GetAsync(new Uri($"/api/articles/{id}/trace", UriKind.Relative), cancellationToken), cancellationToken);

    /// <summary>Reads the state of the pipeline.</summary>
    /// <exception cref="MonitorException">The monitor cannot be reached.</exception>
    public async Task<IReadOnlyList<StageState>> PipelineAsync(CancellationToken cancellationToken) =>
        (await SendAsync<PipelineView>(http => http.GetAsync(new Uri("/api/pipeline", UriKind.Relative), cancellationToken), cancellationToken)).Stages;

    /// <summary>Sends dead letters back to their queue.</summary>
    /// <exception cref="MonitorException">There is no such queue, or the monitor cannot be reached.</exception>
    public async Task<int> RedriveAsync(string queue, int? limit, CancellationToken cancellationToken)
    {
        var path = $"/api/pipeline/dead-letters/{Uri.EscapeDataString(queue)}/redrive{(limit is null ? "" : $"?limit={limit}")}";
        return (await SendAsync<RedriveView>(http => http.PostAsync(new Uri(path, UriKind.Relative), null, cancellationToken), cancellationToken)).Redriven;
    }

    /// <summary>Reads all topics as YAML.</summary>
    /// <exception cref="MonitorException">The monitor cannot be reached.</exception>
    public Task<string> ExportAsync(CancellationToken cancellationToken) =>
        SendAsync(http => http.GetAsync(new Uri("/api/topics/export", UriKind.Relative), cancellationToken), response => response.Content.ReadAsStringAsync(cancellationToken), cancellationToken);

    /// <summary>Adds and changes topics from YAML.</summary>
    /// <exception cref="MonitorException">The monitor refuses them, or cannot be reached.</exception>
    public Task<ImportResult> ImportAsync(string yaml, bool dryRun, bool force, CancellationToken cancellationToken) =>
        SendAsync<ImportResult>(http => http.PostAsync(new Uri($"/api/topics/import?dryRun={dryRun}&force={force}", UriKind.Relative), Yaml(yaml), cancellationToken), cancellationToken);

    /// <summary>Tries a topic on the archive.</summary>
    /// <param name="topic">A topic in YAML, or a saved topic's id.</param>
    /// <param name="isYaml">Which of them.</param>
    /// <param name="days">How far back.</param>
    /// <param name="samples">How many articles to show of each kind.</param>
    /// <param name="cancellationToken">Ends the wait, and the preview.</param>
    /// <exception cref="MonitorException">The monitor refuses it, or cannot be reached.</exception>
    public Task<PreviewReport> PreviewAsync(string topic, bool isYaml, int days, int samples, CancellationToken cancellationToken) =>
        SendAsync<PreviewReport>(http => http.PostAsync(new Uri($"/api/topics/preview?days={days}&samples={samples}", UriKind.Relative), isYaml ? Yaml(topic) : JsonContent.Create(new { Id = topic }), cancellationToken), cancellationToken);

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    private static StringContent Yaml(string yaml) => new(yaml, System.Text.Encoding.UTF8, TopicMedia.Yaml);

    private Task<T> SendAsync<T>(Func<HttpClient, Task<HttpResponseMessage>> send, CancellationToken cancellationToken) =>
        SendAsync(send, async response => (await response.Content.ReadFromJsonAsync<T>(JsonSettings.Web, cancellationToken))!, cancellationToken);

    private async Task<T> SendAsync<T>(Func<HttpClient, Task<HttpResponseMessage>> send, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await send(_http);
            if (response.IsSuccessStatusCode)
                return await read(response);
            throw new MonitorException(await DescribeAsync(response, cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            throw new MonitorException($"No monitor answers at {Server}: {exception.Message} Start one, or name another with --server.", exception);
        }
        catch (ExecutionRejectedException exception)
        {
            throw new MonitorException($"{Server} did not answer in time. It may be busy, and may have done what was asked: look before you repeat it.", exception);
        }
        catch (JsonException exception)
        {
            throw new MonitorException($"{Server} answers, but not as a NewsMonitor does.", exception);
        }
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"The monitor answers {(int)response.StatusCode} {response.ReasonPhrase}.";
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var lines = new List<string> { problem.TryGetProperty("title", out var title) ? title.GetString()! : response.StatusCode.ToString() };
        if (problem.TryGetProperty("detail", out var detail))
            lines.Add("  " + detail.GetString());
        if (problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object)
            lines.AddRange(errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray().Select(error => $"  {field.Name}: {error.GetString()}")));
        if (problem.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
            lines.AddRange(items.Deserialize<List<ImportItem>>(JsonSettings.Web)!.SelectMany(item => item.Errors ?? [], (item, error) => $"  line {item.Line}{(item.Id is null ? "" : $", {item.Id}")}: {error}"));
        return string.Join(Environment.NewLine, lines);
    }
}

/// <summary>The monitor refused, or did not answer; the message says which and why.</summary>
internal sealed class MonitorException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An article's trace as the API gives it.</summary>
internal sealed record ArticleTraceView(Guid Id, bool Waiting, IReadOnlyList<NewsMonitor.Hosting.Tracing.TraceStep> Steps);

/// <summary>The pipeline as the API gives it.</summary>
internal sealed record PipelineView(IReadOnlyList<StageState> Stages);

/// <summary>What a redrive did.</summary>
internal sealed record RedriveView(string Queue, int Redriven);
