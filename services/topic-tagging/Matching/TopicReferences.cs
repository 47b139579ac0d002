using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Checks <c>topic:</c> references: the other topic exists, and no circle arises.</summary>
internal static class TopicReferences
{
    /// <summary>Removes topics with broken references until none is left, and says why.</summary>
    public static void RemoveBroken(Dictionary<string, QueryNode> queries, List<(string TopicId, TopicError Error)> errors)
    {
        while (true)
        {
            var broken = queries.Select(q => (q.Key, Error: Find(q.Key, q.Value, queries))).Where(b => b.Error is not null).ToList();
            if (broken.Count == 0) return;
            foreach (var (id, error) in broken)
            {
                queries.Remove(id);
                errors.Add((id, error!));
            }
        }
    }

    /// <summary>The topics that a query names.</summary>
    public static IEnumerable<TopicNode> Of(QueryNode node) =>
        node is TopicNode topic ? [topic] : QueryChecks.Operands(node).SelectMany(Of);

    private static TopicError? Find(string id, QueryNode query, Dictionary<string, QueryNode> queries)
    {
        foreach (var reference in Of(query))
        {
            if (!queries.ContainsKey(reference.Id)) return new("match", reference.Position, $"There is no topic '{reference.Id}' that can be used.", Spelling.Nearest(reference.Id, queries.Keys) is { } near ? $"Did you mean topic:{near}?" : null);
            if (Reaches(reference.Id, id, queries, [])) return new("match", reference.Position, $"topic:{reference.Id} leads back to this topic.", "Topics may not name each other in a circle.");
        }

        return null;
    }

    private static bool Reaches(string from, string target, Dictionary<string, QueryNode> queries, HashSet<string> seen)
    {
        if (from == target) return true;
        return seen.Add(from) && queries.TryGetValue(from, out var query) && Of(query).Any(r => Reaches(r.Id, target, queries, seen));
    }
}
