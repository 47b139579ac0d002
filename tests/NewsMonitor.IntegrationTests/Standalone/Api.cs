using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>Shorthands for tests that ask and look at the answer.</summary>
internal static class Api
{
    /// <summary>Sends a body and returns the answer, which must have the status.</summary>
    public static async Task<JsonElement> SendAsync(this HttpClient http, HttpMethod method, string path, string? body, HttpStatusCode expected, string type = "application/json", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        // As curl does for large bodies: a refusal then comes before the body is sent.
        request.Headers.ExpectContinue = body?.Length > 1024 * 1024;
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        if ((int)expected >= 400)
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static Task<JsonElement> PostAsync(this HttpClient http, string path, string body, HttpStatusCode expected = HttpStatusCode.OK, string type = "application/json") =>
        http.SendAsync(HttpMethod.Post, path, body, expected, type);

    public static Task<JsonElement> PutAsync(this HttpClient http, string path, string body, HttpStatusCode expected = HttpStatusCode.OK, string type = "application/json", string? ifMatch = null) =>
        http.SendAsync(HttpMethod.Put, path, body, expected, type, ifMatch);

    public static Task<JsonElement> GetAsync(this HttpClient http, string path, HttpStatusCode expected) => http.SendAsync(HttpMethod.Get, path, null, expected);

    public static string[] Strings(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
