namespace NewsMonitor.TopicTagging.Query;

/// <summary>
/// Reads a query. Recursive descent, one method per level of precedence, loosest first: OR, AND, SENTENCE and PARAGRAPH, NEAR and ONEAR,
/// prefix operators and EXCEPT. Words, phrases and calls are read by <see cref="OperandParser"/>.
/// </summary>
internal sealed class QueryParser
{
    private readonly QueryCursor _cursor;
    private readonly OperandParser _operands;

    private QueryParser(string query)
    {
        _cursor = new QueryCursor(query);
        _operands = new OperandParser(_cursor, ParseOr);
    }

    /// <summary>Parses a query or throws <see cref="QuerySyntaxException"/>.</summary>
    public static QueryNode Parse(string query)
    {
        var parser = new QueryParser(query);
        if (parser._cursor.Current.Kind == QueryTokenKind.End) throw new QuerySyntaxException(0, "The query is empty.", "Write a word, a phrase or a concept such as country:KP.");
        var node = parser.ParseOr();
        if (parser._cursor.Current.Kind != QueryTokenKind.End) throw parser._cursor.Unexpected("an operator or the end of the query");
        return node;
    }

    private QueryNode ParseOr()
    {
        _cursor.Enter();
        var first = ParseAnd();
        var operands = new List<QueryNode> { first };
        while (_cursor.Accept(QueryOperators.Or)) operands.Add(ParseAnd());
        _cursor.ExpectNoOperand();
        _cursor.Leave();
        return operands.Count == 1 ? first : new OrNode(first.Position, Flat(operands));
    }

    // a AND b AND NOT c AND d: the NOT applies to everything before it, which is the same as to the whole conjunction.
    private QueryNode ParseAnd()
    {
        if (_cursor.Current.Is(QueryOperators.Not))
        {
            throw new QuerySyntaxException(_cursor.Current.Position, "NOT stands only after AND.", "Write: a AND NOT b. What a query excludes needs something that it includes.");
        }

        var node = ParseUnit();
        while (_cursor.Current.Is(QueryOperators.And) || _cursor.Current.Is(QueryOperators.Not))
        {
            if (_cursor.Current.Is(QueryOperators.Not))
            {
                throw new QuerySyntaxException(_cursor.Current.Position, "NOT without AND.", "Write AND NOT.");
            }

            _cursor.Advance();
            if (_cursor.Accept(QueryOperators.Not)) node = new AndNotNode(node.Position, node, ParseUnit());
            else node = And(node, ParseUnit());
        }

        return node;
    }

    private QueryNode ParseUnit()
    {
        var node = ParseNear();
        while (_cursor.Current.Is(QueryOperators.Sentence) || _cursor.Current.Is(QueryOperators.Paragraph))
        {
            var isParagraph = _cursor.Current.Is(QueryOperators.Paragraph);
            var distance = Distance(_cursor.Current.Number ?? 0);
            _cursor.Advance();
            node = new UnitNode(node.Position, node, ParseNear(), distance, isParagraph);
        }

        return node;
    }

    private QueryNode ParseNear()
    {
        var node = _operands.Parse();
        while (_cursor.Current.Is(QueryOperators.Near) || _cursor.Current.Is(QueryOperators.OrderedNear))
        {
            var @operator = _cursor.Current;
            if (@operator.Number is not { } number)
            {
                throw new QuerySyntaxException(@operator.Position, $"{@operator.Text} needs a number of words.", $"Write {@operator.Text}/5: at most five words between.");
            }

            _cursor.Advance();
            node = new NearNode(node.Position, node, _operands.Parse(), Distance(number), @operator.Is(QueryOperators.OrderedNear));
        }

        return node;
    }

    private int Distance(int number) =>
        number <= QueryLimits.MaxDistance
            ? number
            : throw new QuerySyntaxException(_cursor.Current.Position, $"At most {QueryLimits.MaxDistance:N0} is allowed here.", "Use AND for anywhere in the article.");

    private static AndNode And(QueryNode left, QueryNode right) =>
        new(left.Position, left is AndNode and ? [.. and.Operands, right] : [left, right]);

    private static IReadOnlyList<QueryNode> Flat(List<QueryNode> operands) =>
        [.. operands.SelectMany(o => o is OrNode or ? or.Operands : [o])];
}
