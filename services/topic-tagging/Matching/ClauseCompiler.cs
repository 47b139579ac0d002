using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Compiles queries into clauses; what two queries have in common becomes one clause.</summary>
internal sealed class ClauseCompiler(LexiconSnapshot lexicon, IReadOnlyDictionary<string, QueryNode> topics)
{
    private readonly Dictionary<(QueryUnit?, string), Clause> _clauses = [];
    private readonly Dictionary<string, int> _literals = [];
    private int _count;

    /// <summary>The words and phrases of the queries themselves, by id.</summary>
    public IReadOnlyList<string> Literals => [.. _literals.OrderBy(l => l.Value).Select(l => l.Key)];

    public int Count => _count;

    public Clause Compile(QueryNode node) => Compile(node, null);

    private Clause Compile(QueryNode node, QueryUnit? unit)
    {
        var text = QueryPrinter.Print(node);
        if (_clauses.TryGetValue((unit, text), out var known)) return known;
        var made = node switch
        {
            WordNode n => Literal(n.Pattern, text),
            PhraseNode n => Literal(n.Pattern, text),
            ConceptNode n => New(ClauseKind.Concept, text, [], lexicon.OrdinalOf(n.Id)),
            MetaNode n => new Clause { Id = _count++, Kind = ClauseKind.Property, Text = text, Property = (n.Field, n.Value) },
            NumberNode n => Number(n, text),
            TopicNode n => New(ClauseKind.Topic, text, [Compile(topics[n.Id], unit)]),
            FieldNode n => New(n.Field == "title" ? ClauseKind.Title : ClauseKind.Body, text, [Compile(n.Operand, unit)]),
            AndNode n => unit is { } u ? Chain(n.Operands, u, text) : New(ClauseKind.And, text, All(n.Operands, unit)),
            AndNotNode n => New(ClauseKind.AndNot, text, [Compile(n.Operand, unit), Compile(n.Excluded, null)]),
            OrNode n => New(ClauseKind.Or, text, All(n.Operands, unit)),
            NearNode n => New(n.Ordered ? ClauseKind.OrderedNear : ClauseKind.Near, text, [Compile(n.Left, unit), Compile(n.Right, unit)], n.Distance),
            UnitNode n => Join(n, text),
            ExceptNode n => New(ClauseKind.Except, text, [Compile(n.Operand, unit), Compile(n.Excluded, null)]),
            AtLeastNode n => New(ClauseKind.AtLeast, text, [Compile(n.Operand, unit)], n.Number),
            LedeNode n => New(ClauseKind.Lede, text, [Compile(n.Operand, unit)], n.Number),
            AboutNode n => New(ClauseKind.About, text, [Compile(n.Operand, null)]),
            CountNode n => New(ClauseKind.Count, text, All(n.Operands, unit), n.Number),
            ScoreNode n => Score(n, text),
            _ => throw new InvalidOperationException($"No clause for {node.GetType().Name}."),
        };
        return _clauses[(unit, text)] = made;
    }

    private Clause Join(UnitNode node, string text)
    {
        var unit = new QueryUnit(node.Paragraph ? ClauseKind.Paragraph : ClauseKind.Sentence, node.Distance);
        return New(unit.Kind, text, [Compile(node.Left, unit), Compile(node.Right, unit)], unit.Distance);
    }

    // (a AND b) SENTENCE c: all three in one unit, so the AND is a SENTENCE as well.
    private Clause Chain(IReadOnlyList<QueryNode> operands, QueryUnit unit, string text)
    {
        var chain = Compile(operands[0], unit);
        foreach (var operand in operands.Skip(1)) chain = New(unit.Kind, text, [chain, Compile(operand, unit)], unit.Distance);
        return chain;
    }

    private Clause Score(ScoreNode node, string text) => new()
    {
        Id = _count++,
        Kind = ClauseKind.Score,
        Text = text,
        Number = node.Threshold,
        Operands = [.. node.Terms.Select(t => Compile(t.Term, null))],
        Weights = [.. node.Terms.Select(t => t.Weight)],
    };

    private Clause Number(NumberNode node, string text)
    {
        Clause[] unit = node.UnitId is { } id ? [Compile(new ConceptNode(node.Position, id), null)] : [];
        return new Clause { Id = _count++, Kind = ClauseKind.Number, Text = text, Operands = unit, Condition = new(node.Comparison, node.Value, node.UnitId) };
    }

    private Clause Literal(string pattern, string text)
    {
        if (!_literals.TryGetValue(pattern, out var id)) _literals[pattern] = id = _literals.Count;
        return New(ClauseKind.Literal, text, [], id);
    }

    private Clause[] All(IReadOnlyList<QueryNode> nodes, QueryUnit? unit) => [.. nodes.Select(n => Compile(n, unit))];

    private Clause New(ClauseKind kind, string text, Clause[] operands, int number = 0) =>
        new() { Id = _count++, Kind = kind, Text = text, Operands = operands, Number = number };
}
