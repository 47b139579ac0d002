namespace NewsMonitor.TopicTagging.Query;

/// <summary>What a query costs per article, in the unit of one word looked up in the index.</summary>
/// <param name="Total">All of its clauses together.</param>
/// <param name="EveryArticle">No term is necessary, so that nothing spares an article the evaluation.</param>
internal sealed record QueryCost(int Total, bool EveryArticle)
{
    // Measured on the term index in orders of magnitude: an exact word is one look-up, a stem one per length of stem, a leading star one per
    // letter of every word, a join as much as its operands again.
    private const int Word = 1;
    private const int Stem = 3;
    private const int InsideWords = 50;
    private const int ConceptHits = 5;
    private const int Numbers = 20;
    private const int Join = 2;

    public static QueryCost Of(QueryNode query) => new(Sum(query), !HasAnchor(query));

    private static int Sum(QueryNode node)
    {
        var own = node switch
        {
            WordNode { Pattern: ['*', ..] } => InsideWords,
            WordNode n => n.Pattern.AsSpan().IndexOfAny('%', '*') >= 0 ? Stem : Word,
            PhraseNode n => n.Pattern.Split(' ').Length,
            ConceptNode => ConceptHits,
            NumberNode => Numbers,
            NearNode or UnitNode => Join,
            _ => 0,
        };
        return own + QueryTree.Operands(node).Sum(Sum);
    }

    private static bool HasAnchor(QueryNode node) => node switch
    {
        MetaNode => false,
        NumberNode n => n.Unit is not null,
        WordNode or PhraseNode or ConceptNode or TopicNode => true,
        AndNode n => n.Operands.Any(HasAnchor),
        NearNode n => HasAnchor(n.Left) || HasAnchor(n.Right),
        UnitNode n => HasAnchor(n.Left) || HasAnchor(n.Right),
        OrNode n => n.Operands.All(HasAnchor),
        CountNode n => n.Operands.All(HasAnchor),
        ScoreNode n => n.Terms.All(t => HasAnchor(t.Term)),
        _ => HasAnchor(QueryTree.Operands(node)[0]),
    };
}
