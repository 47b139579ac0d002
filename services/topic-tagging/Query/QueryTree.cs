namespace NewsMonitor.TopicTagging.Query;

/// <summary>Walks over queries.</summary>
internal static class QueryTree
{
    /// <summary>The operands of a node, in reading order.</summary>
    public static IReadOnlyList<QueryNode> Operands(QueryNode node) => node switch
    {
        AndNode n => n.Operands,
        OrNode n => n.Operands,
        CountNode n => n.Operands,
        ScoreNode n => [.. n.Terms.Select(t => t.Term)],
        AndNotNode n => [n.Operand, n.Excluded],
        ExceptNode n => [n.Operand, n.Excluded],
        NearNode n => [n.Left, n.Right],
        UnitNode n => [n.Left, n.Right],
        FieldNode n => [n.Operand],
        AtLeastNode n => [n.Operand],
        LedeNode n => [n.Operand],
        AboutNode n => [n.Operand],
        _ => [],
    };
}
