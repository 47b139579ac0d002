using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Checks <c>topic:</c> references: the other topic exists and can be used, no circle arises, and chains stay short.</summary>
internal static class TopicReferences
{
    // Compiling and evaluating recurse along the chain.
    private const int MaxChain = 10;

    // Enough to name the circles that people make.
    private const int MaxSearch = 100;

    /// <summary>Removes the topics whose references cannot be followed, and says why.</summary>
    public static void RemoveBroken(Dictionary<string, QueryNode> queries, List<(string TopicId, TopicError Error)> errors)
    {
        var references = queries.ToDictionary(q => q.Key, q => Of(q.Value).ToList(), StringComparer.Ordinal);
        var resolved = new HashSet<string>(StringComparer.Ordinal);
        for (var chain = 0; chain <= MaxChain; chain++)
        {
            var next = references.Where(r => !resolved.Contains(r.Key) && r.Value.TrueForAll(n => resolved.Contains(n.Id))).Select(r => r.Key).ToList();
            if (next.Count == 0) break;
            resolved.UnionWith(next);
        }

        foreach (var id in references.Keys.Where(id => !resolved.Contains(id)))
        {
            errors.Add((id, Explain(id, references[id].Find(n => !resolved.Contains(n.Id)) ?? references[id][0], references)));
            queries.Remove(id);
        }
    }

    /// <summary>The topics that a query names.</summary>
    public static IEnumerable<TopicNode> Of(QueryNode node) =>
        node is TopicNode topic ? [topic] : QueryTree.Operands(node).SelectMany(Of);

    private static TopicError Explain(string id, TopicNode reference, Dictionary<string, List<TopicNode>> references)
    {
        if (!references.ContainsKey(reference.Id))
        {
            var nearest = Spelling.Nearest(reference.Id, references.Keys.Where(k => k != id));
            return new("match", reference.Position, $"There is no topic '{reference.Id}' that can be used.", nearest is null ? null : $"Did you mean topic:{nearest}?");
        }

        return LeadsBack(id, reference.Id, references)
            ? new("match", reference.Position, $"topic:{reference.Id} leads back to this topic.", "Topics may not name each other in a circle.")
            : new("match", reference.Position, $"topic:{reference.Id} cannot be used itself, or stands in a chain of more than {MaxChain} topics.", "Mend that topic first, or name the last of the chain directly.");
    }

    private static bool LeadsBack(string target, string from, Dictionary<string, List<TopicNode>> references)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var id) && seen.Count < MaxSearch)
        {
            if (id == target) return true;
            if (!seen.Add(id) || !references.TryGetValue(id, out var next)) continue;
            foreach (var reference in next) open.Push(reference.Id);
        }

        return false;
    }
}
