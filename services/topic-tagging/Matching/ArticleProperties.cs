using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Compares the fields that describe an article as a whole.</summary>
internal static class ArticleProperties
{
    public static bool Has(MatchInput article, string name, string value) => name switch
    {
        "source" => IsSource(article.Source, value),
        "url" => article.Url?.Contains(value, StringComparison.OrdinalIgnoreCase) == true,
        "lang" => article.Languages.Count > 0 && IsLanguage(article.Languages[0], value),
        "tag" => article.Tags.Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    // bbc.co.uk covers news.bbc.co.uk.
    private static bool IsSource(string source, string value) =>
        source.Equals(value, StringComparison.OrdinalIgnoreCase)
        || (source.Length > value.Length && source.EndsWith(value, StringComparison.OrdinalIgnoreCase) && source[^(value.Length + 1)] == '.');

    // zh covers zh-Hant.
    private static bool IsLanguage(string tag, string value) =>
        tag.Equals(value, StringComparison.OrdinalIgnoreCase) || Folding.BaseOf(tag).Equals(value, StringComparison.OrdinalIgnoreCase);
}
