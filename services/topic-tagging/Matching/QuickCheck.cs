namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Decides of stored queries whether they hold, from which terms the article has and, where a query asks, where plain words stand. What takes
/// more than that is first tried on the terms alone; only when these do not rule it out, the query is evaluated the long way.
/// </summary>
internal sealed class QuickCheck
{
    // What a node can be: And takes the least of its operands, Or the greatest.
    private const int No = 0;
    private const int Maybe = 1;
    private const int Yes = 2;

    private readonly BitSet _checked = new();
    private readonly BitSet _holds = new();
    private readonly List<int> _topics = [];
    private readonly List<ClauseEvaluator> _evaluators = [];
    private TopicIndex _index = null!;
    private NodeArena _nodes = null!;
    private Article _article = null!;

    /// <summary>Begins an article.</summary>
    public void Begin(TopicIndex index, Article article, int topics)
    {
        (_index, _nodes, _article) = (index, index.Queries.Nodes, article);
        foreach (var topic in _topics)
        {
            _checked.Remove(topic);
            _holds.Remove(topic);
        }

        _topics.Clear();
        _evaluators.Clear();
        _checked.Reserve(topics);
        _holds.Reserve(topics);
    }

    /// <summary>True when the topic's query holds. Each is evaluated once, whoever refers to it.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="root">The root of its query.</param>
    public bool Holds(int topic, int root)
    {
        if (!_checked.Add(topic)) return _holds.Has(topic);
        _topics.Add(topic);
        var result = Check(root);
        if (result == No || (result == Maybe && !EvaluatorOf(topic).Result.Satisfied)) return false;
        return _holds.Add(topic);
    }

    /// <summary>The evaluation of a topic the long way, which is kept for the evidence.</summary>
    public ClauseEvaluator EvaluatorOf(int topic)
    {
        foreach (var known in _evaluators)
        {
            if (known.Topic == topic) return known;
        }

        var made = new ClauseEvaluator(_article, _index.Trees.Of(topic), topic);
        _evaluators.Add(made);
        return made;
    }

    private int Check(int node)
    {
        switch (_nodes.Kind(node))
        {
            case NodeKind.Word or NodeKind.Phrase:
                return _article.Literals.Has(_nodes.Value(node)) ? Yes : No;
            case NodeKind.Concept:
                return _article.Concepts.Has(_nodes.Value(node)) ? Yes : No;
            case NodeKind.Topic:
                var topic = _index.TopicOf(_nodes.Value(node));
                return Holds(topic, _index[topic].Root) ? Yes : No;
            case NodeKind.Property:
                var property = _index.Queries.Property(_nodes.Value(node));
                return ArticleProperties.Has(_article.Input, property.Field, property.Value) ? Yes : No;
            case NodeKind.Number:
                return Number(node);
            case NodeKind.And:
                return All(node);
            case NodeKind.Or:
                return Any(node);
            case NodeKind.AndNot:
                var holds = Check(node + 1);
                return holds == No ? No : Math.Min(holds, Yes - Check(_nodes.After(node + 1)));
            case NodeKind.Near or NodeKind.OrderedNear or NodeKind.Sentence or NodeKind.Paragraph:
                return Join(node);
            case NodeKind.Title or NodeKind.Body:
                return Within(_nodes.Kind(node), node + 1);
            case NodeKind.Count or NodeKind.Score:
                return Sum(node);
            case NodeKind.Other:
                return Maybe;
            default:
                return Math.Min(Maybe, Check(node + 1));
        }
    }

    // The numbers of an article are read for the first query that gets this far.
    private int Number(int node)
    {
        var condition = _index.Queries.Condition(_nodes.Value(node));
        var unit = condition.UnitId is null ? -1 : _nodes.Value(node + 1);
        if (unit >= 0 && !_article.Concepts.Has(unit) && !NumberSymbols.Has(condition.UnitId)) return No;
        return _article.Numbers.Find(condition, unit).Any() ? Yes : No;
    }

    private int All(int node)
    {
        var result = Yes;
        var nodes = _nodes.Span;
        var end = node + NodeArena.SizeOf(nodes[node]);
        for (var child = node + 1; child < end && result > No; child += NodeArena.SizeOf(nodes[child])) result = Math.Min(result, Check(child));
        return result;
    }

    private int Any(int node)
    {
        var result = No;
        var nodes = _nodes.Span;
        var literals = _article.Literals;
        var end = node + NodeArena.SizeOf(nodes[node]);
        for (var child = node + 1; child < end && result < Yes;)
        {
            var current = nodes[child];
            // Most of all nodes are words of an OR that the article does not have.
            if (NodeArena.KindOf(current) > NodeKind.Phrase) result = Math.Max(result, Check(child));
            else if (literals.Has(NodeArena.ValueOf(current))) return Yes;
            child += NodeArena.SizeOf(current);
        }

        return result;
    }

    private int Sum(int node)
    {
        var (certain, possible, found) = (0, 0, false);
        for (var child = node + 1; child < _nodes.After(node); child = _nodes.After(child))
        {
            var weighs = _nodes.Kind(child) == NodeKind.Weight;
            var result = Check(weighs ? child + 1 : child);
            found |= result > No;
            var weight = weighs ? _nodes.Value(child) : 1;
            if (result == Yes) certain += weight;
            if (result > No) possible += weight;
        }

        if (!found || possible < _nodes.Value(node)) return No;
        return certain >= _nodes.Value(node) ? Yes : Maybe;
    }

    private int Within(NodeKind field, int node)
    {
        if (Check(node) == No) return No;
        if (!IsFlat(node)) return Maybe;
        var titleEnd = _article.Stream.Sentences[0].Last;
        for (var leaf = FirstLeaf(node); leaf < _nodes.After(node); leaf++)
        {
            var places = _article.Literals.Of(_nodes.Value(leaf));
            if (places.Length > 0 && (field == NodeKind.Title ? places[0].First <= titleEnd : places[^1].First > titleEnd)) return Yes;
        }

        return No;
    }

    private int Join(int node)
    {
        var (left, right) = (node + 1, _nodes.After(node + 1));
        if (Check(left) == No || Check(right) == No) return No;
        if (!IsFlat(left) || !IsFlat(right)) return Maybe;
        var literals = _article.Literals;
        for (var a = FirstLeaf(left); a < _nodes.After(left); a++)
        {
            if (!literals.Has(_nodes.Value(a))) continue;
            for (var b = FirstLeaf(right); b < _nodes.After(right); b++)
            {
                if (!literals.Has(_nodes.Value(b))) continue;
                if (SpanJoin.Meet(_article.Stream, literals.Of(_nodes.Value(a)), literals.Of(_nodes.Value(b)), _nodes.Kind(node), _nodes.Value(node))) return Yes;
            }
        }

        return No;
    }

    // A word, a phrase, or an OR of nothing else: then its leaves are the nodes from the first leaf on.
    private bool IsFlat(int node)
    {
        for (var leaf = FirstLeaf(node); leaf < _nodes.After(node); leaf++)
        {
            if (_nodes.Kind(leaf) is not (NodeKind.Word or NodeKind.Phrase)) return false;
        }

        return true;
    }

    private int FirstLeaf(int node) => _nodes.Kind(node) == NodeKind.Or ? node + 1 : node;
}
