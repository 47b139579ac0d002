using System.Text.Json;
using System.Text.Json.Nodes;
using NewsMonitor.Hosting.Http;
using Polly;

namespace NewsMonitor.Dashboard.Gateway;

/// <summary>
/// Matches a text without storing it, step by step as the pipeline would: ingest cleans it, language-detection names its language,
/// topic-tagging matches it. No service calls another; the gateway asks each in turn.
/// </summary>
internal sealed class RemoteMatch(IHttpClientFactory clients)
{
    /// <summary>The answer of <c>POST /api/match</c>, or that of the step that refused.</summary>
    public async Task<IResult> MatchAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new StreamContent(request.Body);
        body.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        // Buffered, because a step that fails is tried again.
        await body.LoadIntoBufferAsync(cancellationToken);
        var (cleaned, refused) = await AskAsync("ingest", "internal/clean", body, cancellationToken);
        if (cleaned is null)
            return refused!;
        (var language, refused) = await AskAsync("language-detection", "internal/detect", JsonContent.Create(cleaned), cancellationToken);
        if (language is null)
            return refused!;
        cleaned["language"] = language.DeepClone();
        (var matched, refused) = await AskAsync("topic-tagging", "internal/match", JsonContent.Create(cleaned), cancellationToken);
        if (matched is null)
            return refused!;
        return Results.Ok(new
        {
            Title = cleaned["title"],
            Text = cleaned["text"],
            Language = language,
            Topics = matched["topics"],
            Explanation = matched["explanation"],
        });
    }

    private async Task<(JsonNode? Answer, IResult? Refusal)> AskAsync(string service, string path, HttpContent body, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(service);
        try
        {
            using var response = await client.PostAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
            if (response.IsSuccessStatusCode)
                return (await response.Content.ReadFromJsonAsync<JsonNode>(JsonSettings.Web, cancellationToken), null);
            // A refusal is the service's own answer: problem details with the fields' errors.
            var problem = await response.Content.ReadAsStringAsync(cancellationToken);
            return (null, Results.Content(problem, response.Content.Headers.ContentType?.ToString(), statusCode: (int)response.StatusCode));
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException or JsonException)
        {
            return (null, GatewayRegistration.ServiceDown(service));
        }
    }
}
