using System.Text.RegularExpressions;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>Reads what stands between operators: words, phrases, prefixed forms, brackets, calls.</summary>
/// <param name="cursor">The symbols.</param>
/// <param name="whole">Reads a whole query, for what stands in brackets.</param>
internal sealed partial class OperandParser(QueryCursor cursor, Func<QueryNode> whole)
{
    private const string Expected = "a word, a phrase, a concept or a bracket";

    public QueryNode Parse()
    {
        var token = cursor.Current;
        if (token.Is(QueryOperators.AtLeast)) return new AtLeastNode(token.Position, Number("ATLEAST/3 a"), Nested(Parse));
        if (token.Is(QueryOperators.Lede)) return new LedeNode(token.Position, Number("LEDE/50 a"), Nested(Parse));
        var node = ParsePrimary();
        while (cursor.Accept(QueryOperators.Except)) node = new ExceptNode(node.Position, node, ParsePrimary());
        return node;
    }

    private QueryNode ParsePrimary()
    {
        cursor.CountOperand();
        var token = cursor.Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ParseBracket();
            case QueryTokenKind.Phrase:
                cursor.Advance();
                return new PhraseNode(token.Position, QueryWords.CheckPhrase(token));
            case QueryTokenKind.Word or QueryTokenKind.Prefix:
                return ParseWord(cursor.Advance());
            case QueryTokenKind.Operator when token.Text is QueryOperators.Count:
                return new CountNode(token.Position, Number("COUNT/2(a, b, c)"), ParseList());
            case QueryTokenKind.Operator when token.Text is QueryOperators.About:
                cursor.Advance();
                return new AboutNode(token.Position, ParseBracket());
            case QueryTokenKind.Operator when token.Text is QueryOperators.Score:
                return new ScoreNode(token.Position, Number("SCORE>=30(a:10, b:20)"), ParseWeights());
            default:
                throw cursor.Unexpected(Expected);
        }
    }

    private QueryNode ParseBracket()
    {
        cursor.Expect(QueryTokenKind.Open, "an opening bracket");
        var node = whole();
        cursor.Expect(QueryTokenKind.Close, "a closing bracket");
        return node;
    }

    private QueryNode ParseWord(QueryToken token)
    {
        if (token.Text == "number" && cursor.Current.Kind == QueryTokenKind.Open) return NumberParser.Parse(token, cursor);
        var colon = token.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new WordNode(token.Position, QueryWords.Check(token.Position, token.Text));
        var (prefix, rest) = (token.Text[..colon], token.Text[(colon + 1)..]);
        if (QueryPrefixes.IsField(prefix)) return new FieldNode(token.Position, prefix, rest.Length == 0 ? ParsePrimary() : FieldOperand(token, colon));
        if (QueryPrefixes.IsProperty(prefix)) return new MetaNode(token.Position, prefix, rest.Length > 0 ? rest : PropertyValue(prefix));
        if (!QueryPrefixes.IsConcept(prefix) && prefix != QueryPrefixes.Topic) throw UnknownPrefix(token, prefix, rest);
        if (rest.Length == 0) throw new QuerySyntaxException(token.Position, $"An id is missing after {prefix}:.", $"Write for example {prefix}:{(prefix == "country" ? "KP" : "some-id")}, without a space.");
        return prefix == QueryPrefixes.Topic ? new TopicNode(token.Position, rest) : new ConceptNode(token.Position, token.Text);
    }

    private QueryNode FieldOperand(QueryToken token, int colon) =>
        ParseWord(new QueryToken(QueryTokenKind.Word, token.Position + colon + 1, token.Text[(colon + 1)..]));

    private string PropertyValue(string prefix)
    {
        if (cursor.Current.Kind is QueryTokenKind.Phrase or QueryTokenKind.Word) return cursor.Advance().Text;
        throw cursor.Unexpected($"a value after {prefix}:");
    }

    private static QuerySyntaxException UnknownPrefix(QueryToken token, string prefix, string rest)
    {
        var nearest = Spelling.Nearest(prefix, QueryPrefixes.All);
        return new(token.Position, $"'{prefix}:' is no field and no kind of concept.", nearest is null ? $"To look for the words themselves, write \"{prefix} {rest}\"." : $"Did you mean {nearest}:{rest}?");
    }

    private List<QueryNode> ParseList()
    {
        var items = new List<QueryNode>();
        cursor.Expect(QueryTokenKind.Open, "an opening bracket");
        do items.Add(whole());
        while (cursor.Accept(QueryTokenKind.Comma));
        cursor.Expect(QueryTokenKind.Close, "a comma or a closing bracket");
        return items;
    }

    private List<WeightedTerm> ParseWeights()
    {
        var terms = new List<WeightedTerm>();
        cursor.Expect(QueryTokenKind.Open, "an opening bracket");
        do terms.Add(ParseWeighted());
        while (cursor.Accept(QueryTokenKind.Comma));
        cursor.Expect(QueryTokenKind.Close, "a comma or a closing bracket");
        return terms;
    }

    private WeightedTerm ParseWeighted()
    {
        cursor.CountOperand();
        var token = cursor.Advance();
        var match = token.Kind is QueryTokenKind.Word ? WordWithWeight().Match(token.Text) : null;
        if (match is { Success: true })
        {
            return new(ParseWord(token with { Text = match.Groups[1].Value }), int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        }

        QueryNode? term = token.Kind == QueryTokenKind.Phrase ? new PhraseNode(token.Position, QueryWords.CheckPhrase(token))
            : token is { Kind: QueryTokenKind.Word, Text: "number" } && cursor.Current.Kind == QueryTokenKind.Open ? NumberParser.Parse(token, cursor)
            : null;
        if (term is not null && cursor.Current is { Kind: QueryTokenKind.Word, Text: [':', ..] digits } && int.TryParse(digits.AsSpan(1), out var weight))
        {
            cursor.Advance();
            return new(term, weight);
        }

        throw new QuerySyntaxException(token.Position, "Every term of SCORE needs a weight.", "Write term:10, for example SCORE>=30(ammunition%:10, theme:arms-transfer:25).");
    }

    private int Number(string example)
    {
        var token = cursor.Advance();
        return token.Number ?? throw new QuerySyntaxException(token.Position, $"{token.Text} needs a number.", $"Write for example {example}.");
    }

    private QueryNode Nested(Func<QueryNode> parse)
    {
        cursor.Enter();
        var node = parse();
        cursor.Leave();
        return node;
    }

    [GeneratedRegex(@"^(.+):(\d{1,6})$")]
    private static partial Regex WordWithWeight();
}
