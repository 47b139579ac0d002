using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Topics.Examples;

/// <summary>Which topics name which (<c>topic:other</c>).</summary>
internal static class TopicLinks
{
    /// <summary>True when a topic names one of <paramref name="targets"/>, itself or through others.</summary>
    public static bool Reaches(string id, IReadOnlySet<string> targets, IReadOnlyList<TopicDefinition> topics)
    {
        var byId = topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([id]));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next) || !byId.TryGetValue(next, out var topic)) continue;
            foreach (var named in NamedBy(topic))
            {
                if (targets.Contains(named)) return true;
                open.Push(named);
            }
        }

        return false;
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
