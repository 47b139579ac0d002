using System.Net;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using Polly;

namespace NewsMonitor.Dashboard.Gateway;

/// <summary>A service in another process, as a stage of the pipeline.</summary>
internal sealed class RemotePipeline(string service, IHttpClientFactory clients) : IPipelineSource
{
    public async Task<IReadOnlyList<StageState>> ReadAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(service);
        try
        {
            return await client.GetFromJsonAsync<List<StageState>>(new Uri("internal/pipeline", UriKind.Relative), JsonSettings.Web, cancellationToken) ?? [];
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException)
        {
            return [new StageState(service, [], null, "The service does not answer.")];
        }
    }

    public async Task<int?> RedriveAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        if (!Topology.QueuesOf[service].Contains(queue))
            return null;
        using var client = clients.CreateClient(service);
        try
        {
            using var response = await client.PostAsync(new Uri($"internal/dead-letters/{queue}/redrive?limit={limit}", UriKind.Relative), null, cancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                throw new BrokerUnavailableException("The broker does not answer.");
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<int>(cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException)
        {
            throw new BrokerUnavailableException($"The service {service} does not answer.", exception);
        }
    }
}
