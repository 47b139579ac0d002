using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A clause of a compiled query. Equal terms are one object, and so are references to the same topic.</summary>
internal sealed class Clause
{
    // Longer names are rare, and rarely all of their words stand in another term's way.
    private const int ConceptWords = 2;

    /// <summary>Its place in the memory of an evaluation.</summary>
    public required int Id { get; init; }

    public required ClauseKind Kind { get; init; }

    /// <summary>The query's node that this is made of.</summary>
    public required QueryNode Source { get; init; }

    /// <summary>As written, in normal form.</summary>
    public string Text => field ??= QueryPrinter.Print(Source);

    public IReadOnlyList<Clause> Operands { get; init; } = [];

    /// <summary>The number of NEAR/n, ATLEAST/n and so on; the ordinal of a literal or a concept.</summary>
    public int Number { get; init; }

    /// <summary>The weights of a SCORE, by operand.</summary>
    public IReadOnlyList<int> Weights { get; init; } = [];

    /// <summary>A property's name and value.</summary>
    public (string Name, string Value) Property { get; init; }

    /// <summary>What a number must be.</summary>
    public NumberCondition? Condition { get; init; }

    /// <summary>How many words an occurrence takes, at most.</summary>
    public int Words => field > 0 ? field : field = CountWords();

    public bool IsTerm => Kind is ClauseKind.Literal or ClauseKind.Concept or ClauseKind.Number;

    private int CountWords() => Kind switch
    {
        ClauseKind.Literal => Source is PhraseNode phrase ? phrase.Pattern.Count(c => c == ' ') + 1 : 1,
        ClauseKind.Concept or ClauseKind.Number => ConceptWords,
        ClauseKind.Near or ClauseKind.OrderedNear or ClauseKind.Sentence or ClauseKind.Paragraph => Operands[0].Words + Operands[1].Words,
        _ => Operands.Select(o => o.Words).DefaultIfEmpty(1).Max(),
    };
}
