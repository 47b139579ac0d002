namespace NewsMonitor.TopicTagging.Query;

/// <summary>Walks over the symbols of a query, and words the errors.</summary>
internal sealed class QueryCursor(string query)
{
    private readonly List<QueryToken> _tokens = QueryLexer.Read(query);
    private int _index;
    private int _depth;
    private int _operands;

    public QueryToken Current => _tokens[_index];

    public QueryToken Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    public QueryToken Advance() => _tokens[_index++];

    public bool Accept(string @operator)
    {
        if (!Current.Is(@operator)) return false;
        _index++;
        return true;
    }

    public bool Accept(QueryTokenKind kind)
    {
        if (Current.Kind != kind) return false;
        _index++;
        return true;
    }

    public void Expect(QueryTokenKind kind, string what)
    {
        if (!Accept(kind)) throw Unexpected(what);
    }

    public void Enter()
    {
        if (++_depth > QueryLimits.MaxDepth)
        {
            throw new QuerySyntaxException(Current.Position, $"Brackets are nested deeper than {QueryLimits.MaxDepth}.", "Split the query into topics and join them with topic:id.");
        }
    }

    public void Leave() => _depth--;

    public void CountOperand()
    {
        if (++_operands > QueryLimits.MaxOperands)
        {
            throw new QuerySyntaxException(Current.Position, $"More than {QueryLimits.MaxOperands:N0} operands.", "Split the query into topics and join them with topic:id.");
        }
    }

    /// <summary>After an operand comes an operator; a space is not a silent AND.</summary>
    public void ExpectNoOperand()
    {
        var token = Current;
        if (token.Kind is QueryTokenKind.Word && QueryOperators.RightSpelling(token.Text) is { } spelling)
        {
            throw new QuerySyntaxException(token.Position, $"'{token.Text}' is not an operator here.", $"Operators are written so: {spelling}");
        }

        if (token.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open or QueryTokenKind.Prefix
            || token is { Kind: QueryTokenKind.Operator, Text: QueryOperators.AtLeast or QueryOperators.Count or QueryOperators.Lede or QueryOperators.About or QueryOperators.Score })
        {
            throw new QuerySyntaxException(token.Position, $"No operator before {Quoted(token)}.", "Write AND, OR, SENTENCE or NEAR/5 between operands, or put words that follow each other in quotation marks.");
        }
    }

    public QuerySyntaxException Unexpected(string expected)
    {
        var token = Current;
        var hint = token.Kind is QueryTokenKind.Word && QueryOperators.RightSpelling(token.Text) is { } spelling ? $"Operators are written so: {spelling}" : null;
        return new QuerySyntaxException(token.Position, $"Expected {expected}, found {Quoted(token)}.", hint ?? HintFor(token));
    }

    private static string? HintFor(QueryToken token) => token switch
    {
        { Kind: QueryTokenKind.Close } => "This bracket closes nothing, or an operand is missing before it.",
        { Kind: QueryTokenKind.Operator, Text: QueryOperators.Not } => "NOT stands only after AND: a AND NOT b.",
        { Kind: QueryTokenKind.Operator } => "An operator stands between two operands. To look for the word itself, write it in lower case.",
        { Kind: QueryTokenKind.Comma } => "Commas divide the operands of COUNT/n( ) and SCORE>=n( ) only.",
        _ => null,
    };

    private static string Quoted(QueryToken token) => token.Kind == QueryTokenKind.End ? "the end of the query" : $"'{token.Text}'";
}
