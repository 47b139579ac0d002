using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Standalone.Hosting;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>A whole monitor in this process: real SQLite files in a folder of its own, real HTTP on a free port.</summary>
public sealed class Monitor : IAsyncDisposable
{
    private readonly DataDirectory _directory;
    private readonly WebApplication _app;
    private readonly StringWriter _console = new();

    private Monitor(DataDirectory directory, bool seedArticles)
    {
        _directory = directory;
        _app = StandaloneHost.Build(
            directory,
            "http://127.0.0.1:0",
            new Dictionary<string, string?> { ["Seeds:Articles"] = seedArticles ? "true" : "false" },
            services => services.Replace(ServiceDescriptor.Singleton(TextWriter.Synchronized(_console))));
    }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>What the console channel has printed.</summary>
    public string Console => _console.ToString();

    public static string NewDirectory() => Directory.CreateTempSubdirectory("newsmonitor-test-").FullName;

    public static async Task<Monitor> StartAsync(string? directory = null, bool seedArticles = false)
    {
        var monitor = new Monitor(DataDirectory.Open(directory ?? NewDirectory()), seedArticles);
        await monitor._app.StartAsync(TestContext.Current.CancellationToken);
        monitor.Http.BaseAddress = new Uri(DashboardAddress.Of(monitor._app));
        return monitor;
    }

    public async Task<JsonElement> GetAsync(string path) =>
        await Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> PostAsync(string path, string body, string contentType = "application/json") =>
        await Http.PostAsync(path, new StringContent(body, Encoding.UTF8, contentType), TestContext.Current.CancellationToken);

    /// <summary>Every item of a paged list.</summary>
    public Task<List<JsonElement>> GetAllAsync(string path) => Http.GetAllAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Submits an article that must be accepted, and returns the answer.</summary>
    public async Task<JsonElement> SubmitAsync(object article)
    {
        using var response = await Http.PostAsJsonAsync("/api/articles", article, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until nothing of an article's trace is open.</summary>
    public async Task<JsonElement> FinishedTraceAsync(string id)
    {
        JsonElement trace = default;
        await Eventually.TrueAsync(
            async () =>
            {
                trace = await GetAsync($"/api/articles/{id}/trace");
                return !trace.GetProperty("waiting").GetBoolean() && trace.GetProperty("steps").EnumerateArray().Any(step => step.GetProperty("what").GetString()!.StartsWith("Alerting has stored", StringComparison.Ordinal));
            },
            () => $"the trace stays open: {trace}");
        return trace;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _directory.Dispose();
        await _console.DisposeAsync();
    }
}
