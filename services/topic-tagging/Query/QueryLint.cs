using System.Globalization;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>What is slow, too broad or impossible in a query that is allowed.</summary>
internal static class QueryLint
{
    // A clause that holds in more of the archive than this tells no article from another.
    private const double TooBroad = 0.2;
    private const int ShortStem = 3;
    private const int FarWords = 50;

    /// <summary>The warnings, in reading order.</summary>
    public static IReadOnlyList<QueryWarning> Check(QueryNode query, IArchiveCounts? archive = null)
    {
        var warnings = new List<QueryWarning>();
        if (QueryCost.Of(query).EveryArticle)
            warnings.Add(new(query.Position, QueryPrinter.Print(query), "No word or concept is necessary for this query, so it is evaluated on every article.", "Join a word or a concept with AND."));
        if (query is ConceptNode { Id: var id } && (id.StartsWith("country:", StringComparison.Ordinal) || id.StartsWith("region:", StringComparison.Ordinal) || id.StartsWith("group:", StringComparison.Ordinal)))
            warnings.Add(new(query.Position, id, "A country, region or group alone is in a large part of all articles.", $"Say what happens there: {id} SENTENCE theme:…"));
        Visit(query, archive, warnings);
        return [.. warnings.OrderBy(warning => warning.Position)];
    }

    private static void Visit(QueryNode node, IArchiveCounts? archive, List<QueryWarning> warnings)
    {
        if (Fault(node) is var (message, hint)) warnings.Add(new(node.Position, QueryPrinter.Print(node), message, hint));
        if (archive?.ShareOf(node) is > TooBroad and var share && QueryTree.Operands(node).Count == 0)
            warnings.Add(new(node.Position, QueryPrinter.Print(node), string.Create(CultureInfo.InvariantCulture, $"Found in {share:P0} of the archive."), "Join it with SENTENCE or NEAR rather than AND."));
        foreach (var operand in QueryTree.Operands(node)) Visit(operand, archive, warnings);
    }

    private static (string Message, string? Hint)? Fault(QueryNode node) => node switch
    {
        WordNode { Pattern: ['*', ..] } => ("A leading * looks inside every word of every article.", "Write the compounds out, or use a concept."),
        WordNode { Pattern: [.., '*'] pattern } when Letters(pattern) <= ShortStem => ("A short stem with * is in words of many kinds.", $"Bound the ending: {pattern.TrimEnd('*')}%3"),
        WordNode { Pattern: var pattern } when pattern.Contains('%', StringComparison.Ordinal) && Letters(pattern) < ShortStem => ("So short a stem fits many words.", "Write more letters."),
        WordNode { Pattern: var pattern } when pattern[0] != '=' && Letters(pattern) == 1 && pattern[0] < '\u2E80' => ("A single letter is in most articles.", "Quote the words around it."),
        WordNode { Pattern: var pattern } when StopWords.Contains(pattern) => ("One of the most frequent words of its language.", pattern.All(char.IsUpper) ? $"For the name write ={pattern}" : "For a name that is also a word, write =Name."),
        NearNode { Distance: > FarWords } n => ($"Within {n.Distance} words is farther than most paragraphs are long.", "Use PARAGRAPH or AND."),
        CountNode n when n.Number > n.Operands.Count => ($"COUNT/{n.Number} of {n.Operands.Count} operands never holds.", null),
        ScoreNode n when n.Terms.Sum(t => t.Weight) < n.Threshold => ($"All weights together are {n.Terms.Sum(t => t.Weight)}: SCORE>={n.Threshold} never holds.", null),
        ScoreNode n when n.Terms.Any(t => t.Weight >= n.Threshold) => ("One term alone reaches the threshold.", "Lower its weight, or take it out and join it with OR."),
        LedeNode { Number: 0 } or AtLeastNode { Number: 0 } => ("Zero makes this clause empty.", "Give a number from 1."),
        AndNotNode n when QueryPrinter.Print(n.Operand) == QueryPrinter.Print(n.Excluded) => ("What is included is excluded again.", null),
        NumberNode { Unit: null } => ("Any number will do: dates and page numbers too.", "Name a unit: number(>=50 cases)."),
        _ => null,
    };

    private static int Letters(string pattern)
    {
        var percent = pattern.IndexOf('%', StringComparison.Ordinal);
        return (percent < 0 ? pattern : pattern[..percent]).Count(char.IsLetterOrDigit);
    }
}
