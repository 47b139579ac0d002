namespace NewsMonitor.TopicTagging.Query;

/// <summary>A query as written. One closed family of small records, kept together because they are read together.</summary>
/// <param name="Position">0-based offset of the form in the query's text.</param>
internal abstract record QueryNode(int Position);

/// <summary>A word in the pattern language: <c>troops</c>, <c>=WHO</c>, <c>stem%</c>, <c>*angriff*</c>.</summary>
internal sealed record WordNode(int Position, string Pattern) : QueryNode(Position);

/// <summary>Words in this order: <c>"armed force%"</c>.</summary>
internal sealed record PhraseNode(int Position, string Pattern) : QueryNode(Position);

/// <summary>A concept of the lexicon: <c>country:KP</c>.</summary>
internal sealed record ConceptNode(int Position, string Id) : QueryNode(Position);

/// <summary>Another topic's query: <c>topic:other</c>.</summary>
internal sealed record TopicNode(int Position, string Id) : QueryNode(Position);

/// <summary>Only in the title or only in the body: <c>title:x</c>.</summary>
internal sealed record FieldNode(int Position, string Field, QueryNode Operand) : QueryNode(Position);

/// <summary>A property of the whole article: <c>source:</c>, <c>lang:</c>, <c>tag:</c>, <c>url:</c>.</summary>
internal sealed record MetaNode(int Position, string Field, string Value) : QueryNode(Position);

/// <summary>A number with a unit: <c>number(&gt;=6.5 magnitude)</c>.</summary>
internal sealed record NumberNode(int Position, string Comparison, decimal Value, string? Unit) : QueryNode(Position)
{
    /// <summary>The concept of the unit, or null when any number will do.</summary>
    public string? UnitId => Unit is null ? null : $"unit:{Unit}";
}

/// <summary>All operands, anywhere in the article.</summary>
internal sealed record AndNode(int Position, IReadOnlyList<QueryNode> Operands) : QueryNode(Position);

/// <summary>The left operand in an article that holds the right one nowhere.</summary>
internal sealed record AndNotNode(int Position, QueryNode Operand, QueryNode Excluded) : QueryNode(Position);

/// <summary>Any operand.</summary>
internal sealed record OrNode(int Position, IReadOnlyList<QueryNode> Operands) : QueryNode(Position);

/// <summary>At most <paramref name="Distance"/> words between.</summary>
internal sealed record NearNode(int Position, QueryNode Left, QueryNode Right, int Distance, bool Ordered) : QueryNode(Position);

/// <summary>In the same sentence or paragraph, or at most <paramref name="Distance"/> further on.</summary>
internal sealed record UnitNode(int Position, QueryNode Left, QueryNode Right, int Distance, bool Paragraph) : QueryNode(Position);

/// <summary>Occurrences of the operand outside the other.</summary>
internal sealed record ExceptNode(int Position, QueryNode Operand, QueryNode Excluded) : QueryNode(Position);

/// <summary>At least so many occurrences.</summary>
internal sealed record AtLeastNode(int Position, int Number, QueryNode Operand) : QueryNode(Position);

/// <summary>At least so many different operands.</summary>
internal sealed record CountNode(int Position, int Number, IReadOnlyList<QueryNode> Operands) : QueryNode(Position);

/// <summary>Within the first words of the article, the title first.</summary>
internal sealed record LedeNode(int Position, int Number, QueryNode Operand) : QueryNode(Position);

/// <summary>The operand, as a topic of its own, would reach level substantial.</summary>
internal sealed record AboutNode(int Position, QueryNode Operand) : QueryNode(Position);

/// <summary>The weights of the distinct terms found add up.</summary>
internal sealed record ScoreNode(int Position, int Threshold, IReadOnlyList<WeightedTerm> Terms) : QueryNode(Position);

/// <summary>A term of <c>SCORE</c> and its weight.</summary>
internal sealed record WeightedTerm(QueryNode Term, int Weight);
