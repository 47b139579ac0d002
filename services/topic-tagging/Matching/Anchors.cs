using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Chooses the terms of which at least one must be found for a query to hold: its rarest necessary clause. A query without any (a source, a
/// language) is a candidate in every article.
/// </summary>
/// <param name="queries">The stored queries.</param>
/// <param name="lexicon">The lexicon.</param>
/// <param name="frequencies">How often words are met.</param>
/// <param name="rootOf">The root of another topic's query, by the number of its id.</param>
internal sealed class Anchors(QueryStore queries, LexiconSnapshot lexicon, WordFrequencies frequencies, Func<int, int> rootOf)
{
    /// <summary>Times per article at which every article would be a candidate.</summary>
    public const double Everywhere = double.PositiveInfinity;

    // How many times an article names such a thing, roughly: countries stand in most, a theme in few.
    private const double Country = 1;
    private const double OtherConcept = 0.05;

    // Two given words follow each other far more seldom than they occur.
    private const double PhraseShare = 0.05;

    private readonly Dictionary<int, (double Cost, HashSet<(bool IsConcept, int Number)> Terms)> _topics = [];
    private readonly Folding _folding = Folding.Of(FoldingProfile.Default);

    /// <summary>Adds the terms to <paramref name="terms"/>; false when every article is a candidate.</summary>
    public bool Find(int root, HashSet<(bool IsConcept, int Number)> terms)
    {
        if (double.IsPositiveInfinity(Cost(root))) return false;
        Collect(root, terms);
        return true;
    }

    private double Cost(int node)
    {
        var nodes = queries.Nodes;
        switch (nodes.Kind(node))
        {
            case NodeKind.Word or NodeKind.Phrase:
                return Literal(nodes.Value(node));
            case NodeKind.Concept:
                return lexicon[nodes.Value(node)].Kind == Concept.CountryKind ? Country : OtherConcept;
            // A unit may stand as a sign (%), which no term of the index finds.
            case NodeKind.Number:
                return NumberSymbols.Has(queries.Condition(nodes.Value(node)).UnitId) || nodes.After(node) == node + 1 ? Everywhere : OtherConcept;
            case NodeKind.Property or NodeKind.Other:
                return Everywhere;
            case NodeKind.Topic:
                return Topic(nodes.Value(node)).Cost;
            case NodeKind.And or NodeKind.Near or NodeKind.OrderedNear or NodeKind.Sentence or NodeKind.Paragraph:
                return Cost(Cheapest(node));
            case NodeKind.Or or NodeKind.Count or NodeKind.Score:
                var sum = 0.0;
                for (var child = node + 1; child < nodes.After(node); child = nodes.After(child)) sum += Cost(child);
                return sum;
            default:
                return Cost(node + 1);
        }
    }

    private void Collect(int node, HashSet<(bool IsConcept, int Number)> terms)
    {
        var nodes = queries.Nodes;
        switch (nodes.Kind(node))
        {
            case NodeKind.Word or NodeKind.Phrase or NodeKind.Concept:
                terms.Add((nodes.Kind(node) == NodeKind.Concept, nodes.Value(node)));
                break;
            case NodeKind.Topic:
                terms.UnionWith(Topic(nodes.Value(node)).Terms);
                break;
            case NodeKind.And or NodeKind.Near or NodeKind.OrderedNear or NodeKind.Sentence or NodeKind.Paragraph:
                Collect(Cheapest(node), terms);
                break;
            case NodeKind.Or or NodeKind.Count or NodeKind.Score:
                for (var child = node + 1; child < nodes.After(node); child = nodes.After(child)) Collect(child, terms);
                break;
            default:
                Collect(node + 1, terms);
                break;
        }
    }

    private int Cheapest(int node)
    {
        var nodes = queries.Nodes;
        var (best, lowest) = (node + 1, Everywhere);
        for (var child = node + 1; child < nodes.After(node); child = nodes.After(child))
        {
            var cost = Cost(child);
            if (cost < lowest) (best, lowest) = (child, cost);
        }

        return best;
    }

    private (double Cost, HashSet<(bool IsConcept, int Number)> Terms) Topic(int number)
    {
        if (_topics.TryGetValue(number, out var known)) return known;
        var root = rootOf(number);
        var found = (Cost: Cost(root), Terms: new HashSet<(bool IsConcept, int Number)>());
        if (!double.IsPositiveInfinity(found.Cost)) Collect(root, found.Terms);
        return _topics[number] = found;
    }

    private double Literal(int literal)
    {
        var rarest = double.MaxValue;
        var words = queries.Literals.WordCount(literal);
        for (var i = 0; i < words; i++) rarest = Math.Min(rarest, Word(queries.Literals.Word(literal, i)));
        return words == 1 ? rarest : rarest * PhraseShare;
    }

    // Without counts the length must do: short words are common ones, and a stem stands for many words.
    private double Word(ReadOnlySpan<char> written)
    {
        var hash = WordHash.Seed;
        foreach (var c in written)
        {
            if (_folding.Plain[c] == Folding.NotPlain) return 1.0 / Math.Max(1, written.Length - 1);
            hash = WordHash.Step(hash, _folding.Plain[c]);
        }

        return frequencies.PerArticle(hash) ?? 1.0 / (1 << Math.Min(10, written.Length));
    }
}
