using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Topics.Examples;

/// <summary>Which topics name which (<c>topic:other</c>).</summary>
internal static class TopicLinks
{
    /// <summary>The topics that name one of <paramref name="targets"/>, themselves or through others.</summary>
    public static HashSet<string> UsersOf(IReadOnlySet<string> targets, IReadOnlyList<TopicDefinition> topics)
    {
        var users = topics.SelectMany(topic => NamedBy(topic).Select(named => (named, topic.Id))).ToLookup(link => link.named, link => link.Id, StringComparer.Ordinal);
        var (found, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>(targets));
        while (open.TryPop(out var next))
        {
            foreach (var user in users[next].Where(found.Add)) open.Push(user);
        }

        return found;
    }

    private static IEnumerable<string> NamedBy(TopicDefinition topic)
    {
        // Most name none, and parsing all of them for nothing is the cost of a save.
        if (!topic.Match.Contains("topic:", StringComparison.OrdinalIgnoreCase)) return [];
        try
        {
            return Names(QueryParser.Parse(topic.Match));
        }
        catch (QuerySyntaxException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Names(QueryNode node) => node is TopicNode topic ? [topic.Id] : QueryTree.Operands(node).SelectMany(Names);
}
