namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>A thing that articles speak of, whatever their language.</summary>
/// <param name="Id">Kind and name: <c>country:KP</c>.</param>
/// <param name="Labels">What people call it, by language.</param>
/// <param name="Wider">Concepts that it counts for as well: a person's country, a broader theme, a group.</param>
/// <param name="Patterns">How it is written, by language; <c>*</c> for all.</param>
internal sealed record Concept(
    string Id,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<string> Wider,
    IReadOnlyDictionary<string, ConceptPatterns> Patterns)
{
    /// <summary>What a group or a region consists of; each member counts for it.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    public const string CountryKind = "country";

    /// <summary>What a number counts: used inside <c>number( … )</c> only.</summary>
    public const string UnitKind = "unit";

    /// <summary>The part of the id before the colon.</summary>
    public string Kind { get; } = Id[..Id.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The English label, or the id.</summary>
    public string Label => Labels.GetValueOrDefault("en", Id);
}
