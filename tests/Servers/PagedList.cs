using System.Net.Http.Json;
using System.Text.Json;

namespace NewsMonitor.Testing;

/// <summary>Lists of the HTTP API.</summary>
public static class PagedList
{
    /// <summary>Every item of a list, page by page.</summary>
    /// <param name="http">The monitor.</param>
    /// <param name="path">The list, for example <c>/api/alerts</c>, with its filters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<List<JsonElement>> GetAllAsync(this HttpClient http, string path, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit=200{(cursor is null ? "" : $"&cursor={cursor}")}", cancellationToken);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return items;
    }
}
