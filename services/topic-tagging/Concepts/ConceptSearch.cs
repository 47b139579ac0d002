using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>Finds concepts for the editor: by id, by what people call them, by a form that they are written in.</summary>
internal static class ConceptSearch
{
    /// <summary>The concepts that match: those of that very id or label first, those that hold the text in a form last.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="text">What somebody typed; empty for all.</param>
    /// <param name="kind">Only this kind, if any.</param>
    public static IReadOnlyList<Concept> Find(LexiconSnapshot lexicon, string? text, string? kind)
    {
        var concepts = lexicon.Concepts.Where(c => kind is null || c.Kind == kind);
        if (string.IsNullOrWhiteSpace(text)) return [.. concepts];
        var wanted = text.Trim();
        return [.. concepts.Select(c => (Concept: c, Rank: RankOf(c, wanted))).Where(c => c.Rank < int.MaxValue).OrderBy(c => c.Rank).ThenBy(c => c.Concept.Id, StringComparer.Ordinal).Select(c => c.Concept)];
    }

    private static int RankOf(Concept concept, string wanted)
    {
        var name = concept.Id[(concept.Kind.Length + 1)..];
        if (concept.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase) || name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) return 0;
        if (concept.Labels.Values.Any(l => l.Equals(wanted, StringComparison.OrdinalIgnoreCase))) return 1;
        if (Holds(concept.Id, wanted) || concept.Labels.Values.Any(l => Holds(l, wanted))) return 2;
        return concept.Patterns.Values.Any(p => p.Full.Any(f => Holds(f, wanted))) ? 3 : int.MaxValue;
    }

    private static bool Holds(string text, string wanted) => text.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
