using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>Reads what stands in <c>number( … )</c>: a comparison, a value, perhaps a scale, perhaps a unit.</summary>
internal static partial class NumberParser
{
    private const string Example = "Write number(>=6.5 magnitude), number(>=50 cases) or number(>=2 million dollars).";

    private static readonly Dictionary<string, decimal> Scales = new() { ["thousand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000 };

    /// <summary>Reads from the opening bracket to the closing one.</summary>
    public static NumberNode Parse(QueryToken start, QueryCursor cursor)
    {
        cursor.Expect(QueryTokenKind.Open, "an opening bracket");
        var comparison = Word(cursor);
        var match = Comparison().Match(comparison.Text);
        if (!match.Success) throw new QuerySyntaxException(comparison.Position, $"'{comparison.Text}' is no comparison with a number.", Example);
        var written = match.Groups["value"].Length > 0 ? match.Groups["value"].Value : Word(cursor).Text;
        if (!decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw new QuerySyntaxException(comparison.Position, $"'{written}' is no number.", $"Digits, and a point before decimals: 13000, 6.5. {Example}");
        }

        if (cursor.Current.Kind == QueryTokenKind.Comma) throw new QuerySyntaxException(cursor.Current.Position, "A comma in the number.", $"Digits, and a point before decimals: 13000, 6.5. {Example}");
        if (cursor.Current.Kind == QueryTokenKind.Word && Scales.TryGetValue(cursor.Current.Text, out var scale))
        {
            cursor.Advance();
            value *= scale;
        }

        var unit = cursor.Current.Kind == QueryTokenKind.Word ? cursor.Advance().Text : null;
        if (cursor.Current.Kind != QueryTokenKind.Close) throw new QuerySyntaxException(cursor.Current.Position, "One unit at most, then a closing bracket.", Example);
        cursor.Advance();
        return new NumberNode(start.Position, match.Groups["sign"].Value, value, unit);
    }

    private static QueryToken Word(QueryCursor cursor)
    {
        if (cursor.Current.Kind == QueryTokenKind.Word) return cursor.Advance();
        throw new QuerySyntaxException(cursor.Current.Position, "A number is missing.", Example);
    }

    [GeneratedRegex(@"^(?<sign>>=|<=|>|<|=)(?<value>\S*)$")]
    private static partial Regex Comparison();
}
