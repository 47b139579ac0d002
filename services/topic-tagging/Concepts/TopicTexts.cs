using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>The texts that topics name as their tests: <c>lavrov-wonsan.it</c> in the seeds' folder of articles, or the id of an archived article.</summary>
internal sealed class TopicTexts(TaggingDb db, IOptions<SeedOptions> options)
{
    public async Task<MatchInput?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(name, out var id))
        {
            var article = await db.Articles.AsNoTracking().Where(a => a.ArticleId == id).OrderByDescending(a => a.Version).FirstOrDefaultAsync(cancellationToken);
            return article is null ? null : new(article.Title, article.Text, PlausibleLanguages.Of(article.ReadLanguage()), article.Source, article.Url, article.Tags);
        }

        // A name, never a path.
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0) return null;
        var file = Path.Combine(options.Value.Directory, "articles", name + ".json");
        if (!File.Exists(file)) return null;
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        var root = json.RootElement;
        var language = root.TryGetProperty("language", out var declared) ? declared.GetString()! : Path.GetExtension(name).TrimStart('.');
        return new(Text(root, "title"), Text(root, "text"), [language], Text(root, "source"), Text(root, "url"), []);
    }

    private static string Text(JsonElement root, string property) => root.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
