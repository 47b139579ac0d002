using System.Text;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>
/// Rewrites a query that was pasted from another service, in one step: <c>a near5 b</c>, <c>a w/5 b</c>, <c>a same b</c>, <c>atleast5(a)</c>,
/// <c>a NOT b</c>, <c>a and b</c>. Only offered, never done silently: <c>bread and butter</c> may be meant as words.
/// </summary>
internal static class QueryConversion
{
    private static readonly string[] Prefixes = [QueryOperators.AtLeast, QueryOperators.Lede, QueryOperators.Count];

    /// <summary>The query in this language, or null when that does not help.</summary>
    public static string? Of(string query)
    {
        try
        {
            var converted = Rewrite(query, QueryLexer.Read(query));
            if (converted == query) return null;
            QueryParser.Parse(converted);
            return converted;
        }
        catch (QuerySyntaxException)
        {
            return null;
        }
    }

    private static string Rewrite(string query, List<QueryToken> tokens)
    {
        var (text, copied) = (new StringBuilder(), 0);
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            if (Replacement(tokens, i) is not { } replacement) continue;
            text.Append(query, copied, tokens[i].Position - copied).Append(replacement);
            copied = tokens[i].Position + LengthOf(query, tokens[i]);
        }

        return text.Append(query, copied, query.Length - copied).ToString();
    }

    private static string? Replacement(List<QueryToken> tokens, int i)
    {
        var token = tokens[i];
        var (afterOperand, beforeOperand) = (i > 0 && EndsOperand(tokens, i - 1), BeginsOperand(tokens[i + 1]));
        if (!beforeOperand) return null;
        if (token.Is(QueryOperators.Not)) return afterOperand ? "AND NOT" : null;
        // NEAR without a number is this language's own operator, only unfinished.
        if (token is { Kind: QueryTokenKind.Operator, Number: null, Text: QueryOperators.Near or QueryOperators.OrderedNear }) return afterOperand ? token.Text + "/5" : null;
        if (token.Kind != QueryTokenKind.Word || QueryOperators.RightSpelling(token.Text) is not { } spelling) return null;
        var isPrefix = Prefixes.Any(p => spelling.StartsWith(p, StringComparison.Ordinal));
        if (spelling == "AND NOT" && i > 0 && tokens[i - 1] is { } before && (before.Is(QueryOperators.And) || IsSpelling(before, QueryOperators.And))) return "NOT";
        return isPrefix != afterOperand || (spelling is "NOT" or "AND NOT" && tokens[i - 1].Is(QueryOperators.And)) ? spelling : null;
    }

    private static bool EndsOperand(List<QueryToken> tokens, int i) => tokens[i].Kind switch
    {
        QueryTokenKind.Phrase or QueryTokenKind.Close => true,
        QueryTokenKind.Word => QueryOperators.RightSpelling(tokens[i].Text) is null || i == 0,
        _ => false,
    };

    private static bool BeginsOperand(in QueryToken token) =>
        token.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open or QueryTokenKind.Prefix
        || token is { Kind: QueryTokenKind.Operator, Text: QueryOperators.Not or QueryOperators.AtLeast or QueryOperators.Count or QueryOperators.Lede or QueryOperators.About or QueryOperators.Score };

    private static bool IsSpelling(in QueryToken token, string @operator) => token.Kind == QueryTokenKind.Word && QueryOperators.RightSpelling(token.Text) == @operator;

    private static int LengthOf(string query, in QueryToken token)
    {
        var end = token.Position;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')' or ',')) end++;
        return end - token.Position;
    }
}
