using System.Globalization;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>Writes a query in its normal form: parsing that form gives the same query again.</summary>
internal static class QueryPrinter
{
    // Tightest first; an operand that binds less tightly than its place goes into brackets.
    private const int Primary = 0;
    private const int Prefix = 1;
    private const int Near = 2;
    private const int Unit = 3;
    private const int And = 4;
    private const int Or = 5;

    public static string Print(QueryNode node) => node switch
    {
        WordNode n => n.Pattern,
        PhraseNode n => $"\"{n.Pattern}\"",
        ConceptNode n => n.Id,
        TopicNode n => $"topic:{n.Id}",
        NumberNode n => $"number({n.Comparison}{n.Value.ToString("0.############", CultureInfo.InvariantCulture)}{(n.Unit is null ? "" : " " + n.Unit)})",
        FieldNode n => $"{n.Field}:{At(n.Operand, Primary)}",
        MetaNode n => $"{n.Field}:{Value(n.Value)}",
        OrNode n => Join(n.Operands, " OR ", And),
        AndNode n => string.Join(" AND ", n.Operands.Select((o, i) => At(o, i == 0 && o is AndNotNode ? And : Unit))),
        AndNotNode n => $"{At(n.Operand, And)} AND NOT {At(n.Excluded, Unit)}",
        UnitNode n => $"{At(n.Left, Unit)} {Slash(n.Paragraph ? QueryOperators.Paragraph : QueryOperators.Sentence, n.Distance)} {At(n.Right, Near)}",
        NearNode n => $"{At(n.Left, Near)} {(n.Ordered ? QueryOperators.OrderedNear : QueryOperators.Near)}/{Text(n.Distance)} {At(n.Right, Prefix)}",
        AtLeastNode n => $"ATLEAST/{Text(n.Number)} {At(n.Operand, Prefix)}",
        LedeNode n => $"LEDE/{Text(n.Number)} {At(n.Operand, Prefix)}",
        ExceptNode n => $"{At(n.Operand, n.Operand is ExceptNode ? Prefix : Primary)} EXCEPT {At(n.Excluded, Primary)}",
        CountNode n => $"COUNT/{Text(n.Number)}({Join(n.Operands, ", ", Or)})",
        AboutNode n => $"ABOUT({Print(n.Operand)})",
        ScoreNode n => $"SCORE>={Text(n.Threshold)}({string.Join(", ", n.Terms.Select(t => $"{Print(t.Term)}:{Text(t.Weight)}"))})",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No form for this node."),
    };

    private static int Level(QueryNode node) => node switch
    {
        OrNode => Or,
        AndNode or AndNotNode => And,
        UnitNode => Unit,
        NearNode => Near,
        AtLeastNode or LedeNode or ExceptNode => Prefix,
        _ => Primary,
    };

    private static string At(QueryNode node, int level) => Level(node) <= level ? Print(node) : $"({Print(node)})";

    private static string Join(IEnumerable<QueryNode> nodes, string separator, int level) => string.Join(separator, nodes.Select(n => At(n, level)));

    private static string Slash(string name, int number) => number == 0 ? name : $"{name}/{Text(number)}";

    private static string Value(string value) => value.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or ',' or '#') ? $"\"{value}\"" : value;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
