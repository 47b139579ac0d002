namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A place where a clause holds: a term's words, or two smaller occurrences together.</summary>
internal sealed class Occurrence
{
    private readonly Occurrence? _left;
    private readonly Occurrence? _right;

    /// <summary>A term found.</summary>
    public Occurrence(Clause term, ConceptHit hit) => (Term, Found, First, Last) = (term, hit, hit.Hit.First, hit.Hit.Last);

    /// <summary>Two occurrences that belong together.</summary>
    public Occurrence(Occurrence left, Occurrence right)
    {
        (_left, _right) = (left, right);
        (First, Last) = (Math.Min(left.First, right.First), Math.Max(left.Last, right.Last));
    }

    public int First { get; }

    public int Last { get; }

    /// <summary>The term's clause, or null when this is a pair.</summary>
    public Clause? Term { get; }

    /// <summary>What the term found.</summary>
    public ConceptHit Found { get; }

    /// <summary>All terms in it. Iterative: a conjunction may have thousands of operands.</summary>
    public IEnumerable<Occurrence> Terms()
    {
        var open = new Stack<Occurrence>();
        open.Push(this);
        while (open.TryPop(out var current))
        {
            if (current.Term is not null)
            {
                yield return current;
                continue;
            }

            open.Push(current._right!);
            open.Push(current._left!);
        }
    }

    /// <summary>
    /// True when the two share words, so that they are not two things. A pattern that carries two concepts (露朝) may stand for both.
    /// </summary>
    public bool ClashesWith(Occurrence other)
    {
        if (First > other.Last || other.First > Last) return false;
        foreach (var mine in Terms())
        {
            foreach (var its in other.Terms())
            {
                if (mine.Found.Hit.Overlaps(its.Found.Hit) && !CarriesBoth(mine, its)) return true;
            }
        }

        return false;
    }

    // By the concept, not by the clause: the same concept under SENTENCE/1 and SENTENCE/2 is two clauses and still one thing.
    private static bool CarriesBoth(Occurrence a, Occurrence b) =>
        a.Found.Hit == b.Found.Hit && a.Term!.Kind == ClauseKind.Concept && b.Term!.Kind == ClauseKind.Concept && a.Term.Number != b.Term.Number;
}
