using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Keeps queries as rows of nodes: a tenth of their trees' size, evaluated without chasing objects. <see cref="Read"/> gives the tree back for the
/// few that match and must be explained.
/// </summary>
internal sealed class QueryStore(LexiconSnapshot lexicon)
{
    private readonly Dictionary<string, int> _topicNumbers = new(StringComparer.Ordinal);
    private MetaNode[] _properties = [];
    private NumberCondition[] _numbers = [];
    private QueryNode[] _others = [];
    private string[] _topicIds = [];
    private int _propertyCount;
    private int _numberCount;
    private int _otherCount;
    private int _topicCount;

    public NodeArena Nodes { get; } = new();

    public LiteralTable Literals { get; } = new();

    /// <summary>True once any query asks for a concept.</summary>
    public bool HasConcepts { get; private set; }

    /// <summary>How many topics are referred to.</summary>
    public int References => _topicCount;

    public MetaNode Property(int number) => _properties[number];

    public NumberCondition Condition(int number) => _numbers[number];

    public string TopicId(int reference) => _topicIds[reference];

    /// <summary>True when any query refers to the topic.</summary>
    public bool Refers(string topic) => _topicNumbers.ContainsKey(topic);

    public int ReferenceTo(string topic) => _topicNumbers[topic];

    /// <summary>Stores a topic's query, behind a header that names the topic, and returns its root.</summary>
    public int Add(QueryNode query, int topic)
    {
        Nodes.Close(Nodes.Open(NodeKind.Header, topic));
        var root = Nodes.Count;
        Write(query);
        return root;
    }

    /// <summary>The query as a tree. Positions are lost.</summary>
    public QueryNode Read(int node)
    {
        var value = Nodes.Value(node);
        return Nodes.Kind(node) switch
        {
            NodeKind.Word => new WordNode(0, Literals.PatternOf(value)),
            NodeKind.Phrase => new PhraseNode(0, Literals.PatternOf(value)),
            NodeKind.Concept => new ConceptNode(0, lexicon[value].Id),
            NodeKind.Topic => new TopicNode(0, _topicIds[value]),
            NodeKind.Property => _properties[value],
            NodeKind.Number => _numbers[value].ToNode(),
            NodeKind.Title => new FieldNode(0, "title", Read(node + 1)),
            NodeKind.Body => new FieldNode(0, "body", Read(node + 1)),
            NodeKind.And => new AndNode(0, Operands(node)),
            NodeKind.AndNot => new AndNotNode(0, Read(node + 1), Second(node)),
            NodeKind.Or => new OrNode(0, Operands(node)),
            NodeKind.Near or NodeKind.OrderedNear => new NearNode(0, Read(node + 1), Second(node), value, Nodes.Kind(node) == NodeKind.OrderedNear),
            NodeKind.Sentence or NodeKind.Paragraph => new UnitNode(0, Read(node + 1), Second(node), value, Nodes.Kind(node) == NodeKind.Paragraph),
            NodeKind.Except => new ExceptNode(0, Read(node + 1), Second(node)),
            NodeKind.AtLeast => new AtLeastNode(0, value, Read(node + 1)),
            NodeKind.Count => new CountNode(0, value, Operands(node)),
            NodeKind.Lede => new LedeNode(0, value, Read(node + 1)),
            NodeKind.About => new AboutNode(0, Read(node + 1)),
            NodeKind.Score => new ScoreNode(0, value, Weights(node)),
            _ => _others[value],
        };
    }

    public void Trim()
    {
        Nodes.Trim();
        Literals.Trim();
    }

    private void Write(QueryNode query)
    {
        switch (query)
        {
            case WordNode n: Node(NodeKind.Word, Literals.Add(n.Pattern)); break;
            case PhraseNode n: Node(NodeKind.Phrase, Literals.Add(n.Pattern)); break;
            case ConceptNode n:
                HasConcepts = true;
                Node(NodeKind.Concept, lexicon.OrdinalOf(n.Id));
                break;
            case TopicNode n: Node(NodeKind.Topic, NumberOf(n.Id)); break;
            case MetaNode n: Node(NodeKind.Property, Append(ref _properties, ref _propertyCount, n)); break;
            case NumberNode n: WriteNumber(n); break;
            case FieldNode n: Node(n.Field == "title" ? NodeKind.Title : NodeKind.Body, 0, n.Operand); break;
            case AndNode n: Node(NodeKind.And, 0, n.Operands); break;
            case AndNotNode n: Node(NodeKind.AndNot, 0, n.Operand, n.Excluded); break;
            case OrNode n: Node(NodeKind.Or, 0, n.Operands); break;
            case NearNode n: Node(n.Ordered ? NodeKind.OrderedNear : NodeKind.Near, n.Distance, n.Left, n.Right); break;
            case UnitNode n: Node(n.Paragraph ? NodeKind.Paragraph : NodeKind.Sentence, n.Distance, n.Left, n.Right); break;
            case ExceptNode n: Node(NodeKind.Except, 0, n.Operand, n.Excluded); break;
            case AtLeastNode n: Node(NodeKind.AtLeast, n.Number, n.Operand); break;
            case CountNode n: Node(NodeKind.Count, n.Number, n.Operands); break;
            case LedeNode n: Node(NodeKind.Lede, n.Number, n.Operand); break;
            case AboutNode n: Node(NodeKind.About, 0, n.Operand); break;
            case ScoreNode n: WriteScore(n); break;
            default: WriteOther(query); break;
        }
    }

    private void Node(NodeKind kind, int value, params ReadOnlySpan<QueryNode> operands)
    {
        var node = Nodes.Open(kind, value);
        foreach (var operand in operands) Write(operand);
        Nodes.Close(node);
    }

    private void Node(NodeKind kind, int value, IReadOnlyList<QueryNode> operands)
    {
        var node = Nodes.Open(kind, value);
        foreach (var operand in operands) Write(operand);
        Nodes.Close(node);
    }

    private void WriteNumber(NumberNode number)
    {
        var node = Nodes.Open(NodeKind.Number, Append(ref _numbers, ref _numberCount, NumberCondition.Of(number)));
        if (number.UnitId is { } unit) Write(new ConceptNode(number.Position, unit));
        Nodes.Close(node);
    }

    private void WriteScore(ScoreNode score)
    {
        var node = Nodes.Open(NodeKind.Score, score.Threshold);
        foreach (var term in score.Terms) Node(NodeKind.Weight, term.Weight, term.Term);
        Nodes.Close(node);
    }

    // The long way looks words up by number, so those inside need one.
    private void WriteOther(QueryNode query)
    {
        HasConcepts = true;
        Number(query);
        Node(NodeKind.Other, Append(ref _others, ref _otherCount, query));
    }

    private void Number(QueryNode query)
    {
        if (query is WordNode word) Literals.Add(word.Pattern);
        if (query is PhraseNode phrase) Literals.Add(phrase.Pattern);
        foreach (var operand in QueryTree.Operands(query)) Number(operand);
    }

    private int NumberOf(string topic)
    {
        if (_topicNumbers.TryGetValue(topic, out var number)) return number;
        number = Append(ref _topicIds, ref _topicCount, topic);
        return _topicNumbers[topic] = number;
    }

    private static int Append<T>(ref T[] items, ref int count, T item)
    {
        Storage.Reserve(ref items, count + 1);
        items[count] = item;
        return count++;
    }

    private QueryNode Second(int node) => Read(Nodes.After(node + 1));

    private List<QueryNode> Operands(int node)
    {
        var operands = new List<QueryNode>();
        for (var child = node + 1; child < Nodes.After(node); child = Nodes.After(child)) operands.Add(Read(child));
        return operands;
    }

    private List<WeightedTerm> Weights(int node)
    {
        var terms = new List<WeightedTerm>();
        for (var child = node + 1; child < Nodes.After(node); child = Nodes.After(child)) terms.Add(new(Read(child + 1), Nodes.Value(child)));
        return terms;
    }
}
