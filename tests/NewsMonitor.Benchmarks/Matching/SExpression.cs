namespace NewsMonitor.Benchmarks.Matching;

/// <summary>A query of the workload as a tree: a word, or a form with operands.</summary>
/// <param name="Form">and, or, not, ph, near, pre; empty for a word.</param>
/// <param name="Word">The word; the number of near.</param>
/// <param name="Operands">What stands in the form's brackets.</param>
internal sealed record SExpression(string Form, string Word, IReadOnlyList<SExpression> Operands)
{
    public static SExpression Parse(string text)
    {
        var symbols = text.Replace("(", "( ", StringComparison.Ordinal).Replace(")", " )", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var position = 0;
        return Read(symbols, ref position);
    }

    /// <summary>The query in NewsMonitor's language.</summary>
    public string ToQuery() => Form switch
    {
        "" => Word,
        "pre" => Operands[0].Word.TrimEnd('*') + "*",
        "ph" => $"\"{string.Join(' ', Operands.Select(o => o.Word))}\"",
        "near" => $"{Operands[0].InBrackets()} NEAR/{Word} {Operands[1].InBrackets()}",
        "or" => string.Join(" OR ", Operands.Select(o => o.InBrackets())),
        "and" => string.Join(" AND ", Operands.OrderBy(o => o.Form == "not").Select(o => o.Form == "not" ? $"NOT {o.Operands[0].InBrackets()}" : o.InBrackets())),
        _ => throw new InvalidDataException($"Unknown form '{Form}'."),
    };

    public override string ToString() => Form switch
    {
        "" => Word,
        "near" => $"(near {Word} {string.Join(' ', Operands)})",
        _ => $"({Form} {string.Join(' ', Operands)})",
    };

    private string InBrackets() => Form is "" or "ph" or "pre" ? ToQuery() : $"({ToQuery()})";

    private static SExpression Read(string[] symbols, ref int position)
    {
        if (symbols[position] != "(") return new SExpression("", symbols[position++], []);
        position++;
        var form = symbols[position++];
        var number = form == "near" ? symbols[position++] : "";
        var operands = new List<SExpression>();
        while (symbols[position] != ")") operands.Add(Read(symbols, ref position));
        position++;
        return new SExpression(form, number, operands);
    }
}
