using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>
/// The texts that topics name as their tests: <c>lavrov-wonsan.it</c> in the seeds' folder of articles, or an archived article by its id or
/// address. Where several versions are archived, the latest.
/// </summary>
internal sealed partial class TopicTexts(TaggingDb db, IOptions<SeedOptions> options)
{
    public async Task<MatchInput?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(name, out var id))
            return await FindAsync(db.Articles.Where(a => a.ArticleId == id).OrderByDescending(a => a.Version), cancellationToken);
        if (Uri.TryCreate(name, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return await FindAsync(db.Articles.Where(a => a.Url == name).OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Version), cancellationToken);
        // A name, never a path.
        if (!ExampleName().IsMatch(name)) return null;
        var file = Path.Combine(options.Value.Directory, "articles", name + ".json");
        if (!File.Exists(file)) return null;
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        var root = json.RootElement;
        var language = root.TryGetProperty("language", out var declared) ? declared.GetString()! : Path.GetExtension(name).TrimStart('.');
        return new(Text(root, "title"), Text(root, "text"), [language], Text(root, "source"), Text(root, "url"), []);
    }

    private static async Task<MatchInput?> FindAsync(IQueryable<ArchivedArticle> articles, CancellationToken cancellationToken) =>
        (await articles.AsNoTracking().FirstOrDefaultAsync(cancellationToken))?.ToInput();

    private static string Text(JsonElement root, string property) => root.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$")]
    private static partial Regex ExampleName();
}
