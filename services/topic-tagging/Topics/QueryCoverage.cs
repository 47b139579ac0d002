using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Says in which languages the clauses of a query can match, from the patterns that they rest on.</summary>
/// <param name="lexicon">The lexicon.</param>
internal sealed class QueryCoverage(LexiconSnapshot lexicon)
{
    private static readonly SortedSet<string> None = [];

    private readonly LexiconWords _words = LexiconWords.Of(lexicon);

    /// <summary>The languages that the lexicon speaks of most things in.</summary>
    public IReadOnlySet<string> Languages { get; } = new SortedSet<string>(lexicon.WholeLanguages, StringComparer.Ordinal);

    /// <summary>One line for the query and for each of its clauses that misses a language, outermost first.</summary>
    public IReadOnlyList<CoverageLine> Lines(QueryNode query)
    {
        var lines = new List<CoverageLine> { Line(query) };
        AddNarrower(query, lines);
        return lines;
    }

    /// <summary>The languages in which the query can match.</summary>
    public IReadOnlySet<string> Of(QueryNode node) => node switch
    {
        ConceptNode n => OfConcept(n.Id),
        NumberNode n => n.UnitId is null ? Languages : OfConcept(n.UnitId),
        WordNode n => _words.LanguagesOf(n.Pattern, Languages),
        PhraseNode n => _words.LanguagesOf(n.Pattern, Languages),
        MetaNode { Field: "lang" } n => new SortedSet<string>(Languages.Where(l => l == n.Value || l.StartsWith(n.Value + "-", StringComparison.Ordinal)), StringComparer.Ordinal),
        OrNode n => Union(n.Operands),
        CountNode n => Count(n),
        ScoreNode n => Score(n),
        AndNotNode n => Of(n.Operand),
        ExceptNode n => Of(n.Operand),
        // Another topic answers for itself.
        MetaNode or TopicNode => Languages,
        _ => All(QueryTree.Operands(node)),
    };

    /// <summary>The smallest clause to blame when a language is missing.</summary>
    public QueryNode Gap(QueryNode node, string language)
    {
        if (node is OrNode or CountNode or ScoreNode) return node;
        var operands = node is AndNotNode or ExceptNode ? [QueryTree.Operands(node)[0]] : QueryTree.Operands(node);
        return operands.FirstOrDefault(o => !Of(o).Contains(language)) is { } gap ? Gap(gap, language) : node;
    }

    private CoverageLine Line(QueryNode node)
    {
        var covered = Of(node);
        var concepts = node is WordNode or PhraseNode ? _words.ConceptsOf(QueryPrinter.Print(node).Trim('"')) : [];
        return new(node.Position, QueryPrinter.Print(node), [.. Languages.Where(covered.Contains)], [.. Languages.Where(l => !covered.Contains(l))], concepts);
    }

    private void AddNarrower(QueryNode node, List<CoverageLine> lines)
    {
        foreach (var operand in QueryTree.Operands(node))
        {
            if (!Of(operand).IsSupersetOf(Languages)) lines.Add(Line(operand));
            AddNarrower(operand, lines);
        }
    }

    private IReadOnlySet<string> OfConcept(string id)
    {
        var ordinal = lexicon.OrdinalOf(id);
        if (ordinal < 0) return None;
        var languages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var narrower in lexicon.SelfAndNarrower(ordinal))
        {
            if (lexicon[narrower].Patterns.TryGetValue(LanguageChoice.Any, out var any) && any.Full.Count > 0) return Languages;
            languages.UnionWith(lexicon[narrower].Patterns.Where(p => p.Value.Full.Count > 0 && Languages.Contains(p.Key)).Select(p => p.Key));
        }

        return languages;
    }

    // Every operand is asked once, not once a language: asked in depth that would grow with the power of the depth.
    private SortedSet<string> Union(IReadOnlyList<QueryNode> operands)
    {
        var covered = operands.Select(Of).ToList();
        return In(l => covered.Exists(c => c.Contains(l)));
    }

    private SortedSet<string> All(IReadOnlyList<QueryNode> operands)
    {
        var covered = operands.Select(Of).ToList();
        return In(l => covered.TrueForAll(c => c.Contains(l)));
    }

    private SortedSet<string> Count(CountNode node)
    {
        var covered = node.Operands.Select(Of).ToList();
        return In(l => covered.Count(c => c.Contains(l)) >= node.Number);
    }

    private SortedSet<string> Score(ScoreNode node)
    {
        var covered = node.Terms.Select(term => (Languages: Of(term.Term), term.Weight)).ToList();
        return In(l => covered.Where(c => c.Languages.Contains(l)).Sum(c => c.Weight) >= node.Threshold);
    }

    private SortedSet<string> In(Func<string, bool> covers) => new(Languages.Where(covers), StringComparer.Ordinal);
}
