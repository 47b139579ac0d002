namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A clause of a compiled query. Equal clauses of all topics are one object, evaluated once per article.</summary>
internal sealed class Clause
{
    /// <summary>Its place in the memory of an evaluation.</summary>
    public required int Id { get; init; }

    public required ClauseKind Kind { get; init; }

    /// <summary>As written, in normal form.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<Clause> Operands { get; init; } = [];

    /// <summary>The number of NEAR/n, ATLEAST/n and so on; the ordinal of a literal or a concept.</summary>
    public int Number { get; init; }

    /// <summary>The weights of a SCORE, by operand.</summary>
    public IReadOnlyList<int> Weights { get; init; } = [];

    /// <summary>A property's name and value.</summary>
    public (string Name, string Value) Property { get; init; }

    /// <summary>What a number must be.</summary>
    public NumberCondition? Condition { get; init; }

    public bool IsTerm => Kind is ClauseKind.Literal or ClauseKind.Concept or ClauseKind.Number;
}
