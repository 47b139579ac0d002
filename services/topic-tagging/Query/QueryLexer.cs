namespace NewsMonitor.TopicTagging.Query;

/// <summary>Cuts a query into symbols.</summary>
internal static class QueryLexer
{
    public static List<QueryToken> Read(string query)
    {
        if (query.Length > QueryLimits.MaxCharacters)
        {
            throw new QuerySyntaxException(QueryLimits.MaxCharacters, $"The query is longer than {QueryLimits.MaxCharacters:N0} characters.", "Split it into topics and join them with topic:id.");
        }

        var tokens = new List<QueryToken>();
        for (var i = 0; i < query.Length;)
        {
            var c = query[i];
            if (char.IsWhiteSpace(c)) i++;
            else if (c == '#') i = EndOfLine(query, i);
            else if (c is '(' or ')' or ',') tokens.Add(new(Symbol(c), i++, c.ToString()));
            else if (IsQuote(c)) tokens.Add(ReadPhrase(query, ref i));
            else tokens.Add(ReadWord(query, ref i));
        }

        tokens.Add(new(QueryTokenKind.End, query.Length, ""));
        return tokens;
    }

    private static QueryTokenKind Symbol(char c) => c switch { '(' => QueryTokenKind.Open, ')' => QueryTokenKind.Close, _ => QueryTokenKind.Comma };

    private static int EndOfLine(string query, int i)
    {
        var end = query.IndexOf('\n', i);
        return end < 0 ? query.Length : end + 1;
    }

    // Editors turn straight quotes into curly ones.
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    private static QueryToken ReadPhrase(string query, ref int i)
    {
        var start = i++;
        while (i < query.Length && !IsQuote(query[i])) i++;
        if (i == query.Length) throw new QuerySyntaxException(start, "This quotation mark is never closed.", "Put \" after the last word of the phrase.");
        var text = query[(start + 1)..i++];
        if (string.IsNullOrWhiteSpace(text)) throw new QuerySyntaxException(start, "An empty phrase.", "Write the words between the quotation marks.");
        return new(QueryTokenKind.Phrase, start, text);
    }

    private static QueryToken ReadWord(string query, ref int i)
    {
        var start = i;
        while (i < query.Length && !char.IsWhiteSpace(query[i]) && query[i] is not ('(' or ')' or ',' or '#') && !IsQuote(query[i])) i++;
        var word = query[start..i];
        if (QueryOperators.TryRead(word, out var name, out var number)) return new(QueryTokenKind.Operator, start, name, number);
        return new(word[^1] == ':' ? QueryTokenKind.Prefix : QueryTokenKind.Word, start, word);
    }
}
