namespace NewsMonitor.TopicTagging.Query;

/// <summary>What may stand before a colon.</summary>
internal static class QueryPrefixes
{
    public const string Topic = "topic";

    private static readonly HashSet<string> Concepts = ["country", "person", "org", "place", "company", "theme", "group", "region", "list"];
    private static readonly HashSet<string> Fields = ["title", "body"];
    private static readonly HashSet<string> Properties = ["source", "lang", "tag", "url"];

    public static bool IsConcept(string prefix) => Concepts.Contains(prefix);

    public static bool IsField(string prefix) => Fields.Contains(prefix);

    public static bool IsProperty(string prefix) => Properties.Contains(prefix);

    public static IEnumerable<string> All => [.. Concepts, .. Fields, .. Properties, Topic];
}
