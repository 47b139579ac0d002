using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Compiles a query for its evaluation the long way.</summary>
/// <param name="lexicon">The lexicon.</param>
/// <param name="literals">The numbers of words and phrases.</param>
/// <param name="queryOf">Another topic's query.</param>
internal sealed class ClauseCompiler(LexiconSnapshot lexicon, LiteralTable literals, Func<string, QueryNode> queryOf)
{
    private readonly Dictionary<(ClauseKind, int), Clause> _terms = [];
    private readonly Dictionary<NumberCondition, Clause> _numbers = [];
    private readonly Dictionary<(QueryUnit?, string), Clause> _topics = [];
    private int _count;

    /// <summary>How many clauses were made.</summary>
    public int Count => _count;

    public Clause Compile(QueryNode node) => Compile(node, null);

    private Clause Compile(QueryNode node, QueryUnit? unit) => node switch
    {
        WordNode n => Term(ClauseKind.Literal, n, literals.NumberOf(n.Pattern)),
        PhraseNode n => Term(ClauseKind.Literal, n, literals.NumberOf(n.Pattern)),
        ConceptNode n => Term(ClauseKind.Concept, n, lexicon.OrdinalOf(n.Id)),
        MetaNode n => new Clause { Id = _count++, Kind = ClauseKind.Property, Source = n, Property = (n.Field, n.Value) },
        NumberNode n => Number(n),
        TopicNode n => Topic(n, unit),
        FieldNode n => New(n.Field == "title" ? ClauseKind.Title : ClauseKind.Body, n, [Compile(n.Operand, unit)]),
        AndNode n => unit is { } u ? Chain(n, u) : New(ClauseKind.And, n, All(n.Operands, unit)),
        AndNotNode n => New(ClauseKind.AndNot, n, [Compile(n.Operand, unit), Compile(n.Excluded, null)]),
        OrNode n => New(ClauseKind.Or, n, All(n.Operands, unit)),
        NearNode n => New(n.Ordered ? ClauseKind.OrderedNear : ClauseKind.Near, n, [Compile(n.Left, unit), Compile(n.Right, unit)], n.Distance),
        UnitNode n => Join(n),
        ExceptNode n => New(ClauseKind.Except, n, [Compile(n.Operand, unit), Compile(n.Excluded, null)]),
        AtLeastNode n => New(ClauseKind.AtLeast, n, [Compile(n.Operand, unit)], n.Number),
        LedeNode n => New(ClauseKind.Lede, n, [Compile(n.Operand, unit)], n.Number),
        AboutNode n => New(ClauseKind.About, n, [Compile(n.Operand, null)]),
        CountNode n => New(ClauseKind.Count, n, All(n.Operands, unit), n.Number),
        ScoreNode n => Score(n),
        _ => throw new InvalidOperationException($"No clause for {node.GetType().Name}."),
    };

    private Clause Term(ClauseKind kind, QueryNode node, int number) =>
        _terms.TryGetValue((kind, number), out var known) ? known : _terms[(kind, number)] = New(kind, node, [], number);

    private Clause Number(NumberNode node)
    {
        var condition = NumberCondition.Of(node);
        if (_numbers.TryGetValue(condition, out var known)) return known;
        Clause[] unit = node.UnitId is { } id ? [Compile(new ConceptNode(node.Position, id), null)] : [];
        return _numbers[condition] = new Clause { Id = _count++, Kind = ClauseKind.Number, Source = node, Operands = unit, Condition = condition };
    }

    // Topics that refer to the same ones would multiply along a chain.
    private Clause Topic(TopicNode node, QueryUnit? unit)
    {
        if (_topics.TryGetValue((unit, node.Id), out var known)) return known;
        return _topics[(unit, node.Id)] = New(ClauseKind.Topic, node, [Compile(queryOf(node.Id), unit)]);
    }

    private Clause Join(UnitNode node)
    {
        var unit = new QueryUnit(node.Paragraph ? ClauseKind.Paragraph : ClauseKind.Sentence, node.Distance);
        return New(unit.Kind, node, [Compile(node.Left, unit), Compile(node.Right, unit)], unit.Distance);
    }

    // (a AND b) SENTENCE c: all three in one unit, so the AND is a SENTENCE as well.
    private Clause Chain(AndNode node, QueryUnit unit)
    {
        var chain = Compile(node.Operands[0], unit);
        foreach (var operand in node.Operands.Skip(1)) chain = New(unit.Kind, node, [chain, Compile(operand, unit)], unit.Distance);
        return chain;
    }

    private Clause Score(ScoreNode node) => new()
    {
        Id = _count++,
        Kind = ClauseKind.Score,
        Source = node,
        Number = node.Threshold,
        Operands = [.. node.Terms.Select(t => Compile(t.Term, null))],
        Weights = [.. node.Terms.Select(t => t.Weight)],
    };

    private Clause[] All(IReadOnlyList<QueryNode> nodes, QueryUnit? unit)
    {
        var clauses = new Clause[nodes.Count];
        for (var i = 0; i < clauses.Length; i++) clauses[i] = Compile(nodes[i], unit);
        return clauses;
    }

    private Clause New(ClauseKind kind, QueryNode source, Clause[] operands, int number = 0) =>
        new() { Id = _count++, Kind = kind, Source = source, Operands = operands, Number = number };
}
