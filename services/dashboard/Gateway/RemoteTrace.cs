using NewsMonitor.Hosting.Http;
using NewsMonitor.Hosting.Tracing;
using Polly;

namespace NewsMonitor.Dashboard.Gateway;

/// <summary>What a service in another process knows of an article's way.</summary>
internal sealed class RemoteTrace(string service, IHttpClientFactory clients, TimeProvider time) : ITraceSource
{
    public async Task<IReadOnlyList<TraceStep>> ReadAsync(Guid articleId, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(service);
        try
        {
            return await client.GetFromJsonAsync<List<TraceStep>>(new Uri($"internal/trace/{articleId}", UriKind.Relative), JsonSettings.Web, cancellationToken) ?? [];
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException)
        {
            // What the other services know is worth showing.
            return [new TraceStep(time.GetUtcNow(), service, "Does not answer: what it knows of this article is missing here.", int.MaxValue, Waiting: true)];
        }
    }
}
