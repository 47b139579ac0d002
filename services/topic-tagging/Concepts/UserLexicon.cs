using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>Puts users' concepts over the shipped lexicon.</summary>
internal static class UserLexicon
{
    private const int HashLength = 8;

    /// <summary>The shipped lexicon itself when users have defined nothing; else another whose version names both contents.</summary>
    public static LexiconSnapshot Over(LexiconSnapshot shipped, IReadOnlyList<UserConcept> users)
    {
        if (users.Count == 0) return shipped;
        var byId = users.ToDictionary(u => u.Id, StringComparer.Ordinal);
        // What users refer to must exist, or the whole lexicon would be refused: a concept that was deleted since is left out.
        bool Exists(string id) => byId.ContainsKey(id) || shipped.TryGet(id, out _);
        var mended = users.Select(u => u with { Broader = [.. u.Broader.Where(Exists)], Members = [.. u.Members.Where(Exists)] });
        var over = mended.Select(u => u.Over(shipped.TryGet(u.Id, out var concept) ? concept : null));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(users.OrderBy(u => u.Id, StringComparer.Ordinal), JsonSettings.Web)));
        return new LexiconSnapshot(
            shipped.Concepts.Where(c => !byId.ContainsKey(c.Id)).Concat(over),
            shipped.Compounds,
            $"{shipped.Version}+{Convert.ToHexStringLower(hash)[..HashLength]}");
    }
}
