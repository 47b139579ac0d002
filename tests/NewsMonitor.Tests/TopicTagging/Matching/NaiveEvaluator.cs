using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>
/// The table of the query language in code: straightforward, slow, without indexes, bounds or sharing. It knows words, phrases, stems and
/// the concepts of <see cref="Concepts"/>, each a list of phrases.
/// </summary>
internal sealed class NaiveEvaluator(TokenStream stream)
{
    /// <summary>Concepts by id: the phrases that name them.</summary>
    public static IReadOnlyDictionary<string, string[]> Concepts { get; } = new Dictionary<string, string[]>
    {
        ["theme:one"] = ["alfa", "bravo carlo"],
        ["theme:two"] = ["delta", "alfa"],
        ["unit:bravos"] = ["bravo"],
    };

    /// <summary>A place where a clause holds, as the terms that make it.</summary>
    internal sealed record Place(IReadOnlyList<Term> Terms)
    {
        public int First => Terms.Min(t => t.First);

        public int Last => Terms.Max(t => t.Last);
    }

    internal sealed record Term(string Clause, int First, int Last);

    public bool Holds(QueryNode node) => node switch
    {
        AndNode n => n.Operands.All(Holds),
        AndNotNode n => Holds(n.Operand) && !Holds(n.Excluded),
        OrNode n => n.Operands.Any(Holds),
        CountNode n => n.Operands.Count(Holds) >= n.Number,
        ScoreNode n => n.Terms.Where(t => Holds(t.Term)).Sum(t => t.Weight) >= n.Threshold,
        _ => Places(node).Count > 0,
    };

    private List<Place> Places(QueryNode node) => node switch
    {
        WordNode n => Phrase(n.Pattern, n.Pattern),
        PhraseNode n => Phrase(n.Pattern, n.Pattern),
        ConceptNode n => WithoutInner(Concepts[n.Id].SelectMany(p => Phrase(n.Id, p))),
        NumberNode n => Numbers(n),
        OrNode n => [.. n.Operands.SelectMany(Places)],
        AndNotNode n => Holds(n.Excluded) ? [] : Places(n.Operand),
        NearNode n => Pairs(Places(n.Left), Places(n.Right), stream.WordsBetween, n.Distance, n.Ordered),
        UnitNode n => Unit(n, n.Left, n.Right),
        ExceptNode n => [.. Places(n.Operand).Where(p => !Places(n.Excluded).Any(x => x.First <= p.Last && p.First <= x.Last))],
        AtLeastNode n => Disjoint(Places(n.Operand)) >= n.Number ? Places(n.Operand) : [],
        LedeNode n => [.. Places(n.Operand).Where(p => stream.Tokens[p.Last].Word < n.Number)],
        FieldNode n => [.. Places(n.Operand).Where(p => p.Terms.All(t => stream.Tokens[t.First].Field == (n.Field == "title" ? TextField.Title : TextField.Body)))],
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    // A unit belongs to the nearest number in its sentence at most three words away, the one before it when two are equally near.
    private List<Place> Numbers(NumberNode node)
    {
        var numbers = Enumerable.Range(0, stream.Tokens.Length).Where(i => char.IsDigit(stream.Folded(i)[0])).ToList();
        if (node.UnitId is { } unit)
        {
            numbers = [.. WithoutInner(Concepts[unit].SelectMany(p => Phrase(unit, p)))
                .Select(u => numbers.Where(n => stream.SentenceOf(n) == stream.SentenceOf(u.First) && Math.Abs(n - u.First) <= 4).OrderBy(n => Math.Abs(n - u.First)).ThenBy(n => n).Select(n => (int?)n).FirstOrDefault())
                .Where(n => n is not null).Select(n => n!.Value).Distinct().Order()];
        }

        return [.. numbers.Where(i => node.Comparison switch
        {
            ">=" => decimal.Parse(stream.Folded(i), System.Globalization.CultureInfo.InvariantCulture) >= node.Value,
            "<" => decimal.Parse(stream.Folded(i), System.Globalization.CultureInfo.InvariantCulture) < node.Value,
            _ => decimal.Parse(stream.Folded(i), System.Globalization.CultureInfo.InvariantCulture) == node.Value,
        }).Select(i => new Place([new Term(QueryPrinter.Print(node), i, i)]))];
    }

    // An AND under SENTENCE or PARAGRAPH means: all in that unit.
    private List<Place> Unit(UnitNode unit, QueryNode left, QueryNode right)
    {
        Func<int, int, int> between = unit.Paragraph ? (a, b) => stream.Tokens[b].Paragraph - stream.Tokens[a].Paragraph : stream.SentencesBetween;
        return Pairs(InUnit(unit, left), InUnit(unit, right), between, unit.Distance, false);
    }

    private List<Place> InUnit(UnitNode unit, QueryNode operand)
    {
        if (operand is not AndNode and) return Places(operand);
        var places = InUnit(unit, and.Operands[0]);
        foreach (var next in and.Operands.Skip(1))
        {
            Func<int, int, int> between = unit.Paragraph ? (a, b) => stream.Tokens[b].Paragraph - stream.Tokens[a].Paragraph : stream.SentencesBetween;
            places = Pairs(places, InUnit(unit, next), between, unit.Distance, false);
        }

        return places;
    }

    private static List<Place> Pairs(List<Place> left, List<Place> right, Func<int, int, int> between, int limit, bool ordered)
    {
        var pairs = new List<Place>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (a.Terms.Any(x => b.Terms.Any(y => Clash(x, y)))) continue;
                var near = a.Last < b.First ? between(a.Last, b.First) <= limit : !ordered && (b.Last >= a.First || between(b.Last, a.First) <= limit);
                if (near) pairs.Add(new([.. a.Terms, .. b.Terms]));
            }
        }

        return pairs;
    }

    private static bool Clash(Term a, Term b)
    {
        if (a.First > b.Last || b.First > a.Last) return false;
        var carriesBoth = (a.First, a.Last) == (b.First, b.Last) && a.Clause != b.Clause && Concepts.ContainsKey(a.Clause) && Concepts.ContainsKey(b.Clause);
        return !carriesBoth;
    }

    private static int Disjoint(IEnumerable<Place> places)
    {
        var (count, reach) = (0, -1);
        foreach (var place in places.OrderBy(p => p.Last))
        {
            if (place.First > reach) (count, reach) = (count + 1, place.Last);
        }

        return count;
    }

    private List<Place> Phrase(string clause, string phrase)
    {
        var words = phrase.Split(' ');
        var places = new List<Place>();
        for (var i = 0; i + words.Length <= stream.Tokens.Length; i++)
        {
            var all = true;
            for (var k = 0; k < words.Length; k++)
            {
                all &= Word(words[k], stream.Folded(i + k).ToString()) && stream.SentenceOf(i + k) == stream.SentenceOf(i);
            }

            if (all) places.Add(new([new Term(clause, i, i + words.Length - 1)]));
        }

        return places;
    }

    private static bool Word(string pattern, string word) =>
        pattern.EndsWith('%') ? word.StartsWith(pattern[..^1], StringComparison.Ordinal) && word.Length - pattern.Length + 1 <= 5 : word == pattern;

    private static List<Place> WithoutInner(IEnumerable<Place> places)
    {
        var all = places.ToList();
        return [.. all.Where(p => !all.Exists(q => q != p && q.First <= p.First && p.Last <= q.Last && (q.First, q.Last) != (p.First, p.Last)))];
    }
}
