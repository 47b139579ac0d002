using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>A topic as an analyst defines it.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens.</param>
/// <param name="Name">What people read.</param>
/// <param name="Match">The query.</param>
/// <param name="Notify">The level from which articles alert.</param>
internal sealed record TopicDefinition(string Id, string Name, string Match, TopicLevel Notify = TopicLevel.Substantial)
{
    public string? Description { get; init; }

    /// <summary>A disabled topic keeps its history and matches nothing.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Names of texts that must match: tests of the topic.</summary>
    public IReadOnlyList<string> MustMatch { get; init; } = [];

    /// <summary>Names of texts that must not.</summary>
    public IReadOnlyList<string> MustNotMatch { get; init; } = [];

    /// <summary>Languages that every clause must be able to match in.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];
}
