using System.Text.Json;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>A concept that a user made, or forms that a user put over a shipped one.</summary>
internal sealed class UserConceptRow
{
    /// <summary>The concept's id: <c>list:suppliers</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public int Version { get; init; }

    /// <summary>The <see cref="UserConcept"/> as JSON.</summary>
    public required string DefinitionJson { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public UserConcept ReadDefinition() => JsonSerializer.Deserialize<UserConcept>(DefinitionJson, JsonSettings.Web)!;

    public static UserConceptRow Of(UserConcept concept, int version, DateTimeOffset createdAt, DateTimeOffset updatedAt) => new()
    {
        Id = concept.Id,
        Version = version,
        DefinitionJson = JsonSerializer.Serialize(concept, JsonSettings.Web),
        CreatedAt = createdAt,
        UpdatedAt = updatedAt,
    };
}

/// <summary>What a user defines. Also the body of <c>PUT /api/concepts/{id}</c>, where the id stands in the address.</summary>
internal sealed record UserConcept
{
    public string Id { get; init; } = "";

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Concepts that it counts for.</summary>
    public IReadOnlyList<string> Broader { get; init; } = [];

    /// <summary>Concepts that count for it.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Forms by language, <c>*</c> for all. A language named here replaces the shipped forms of that language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Patterns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Short forms by language, which count once a full form stands in the article.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> After { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>False friends by language; they add to the shipped ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Not { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The concept over the shipped one, if there is one.</summary>
    public Concept Over(Concept? shipped)
    {
        // A list is a user's own; the shipped one of its name is an example.
        if (Id.StartsWith("list:", StringComparison.Ordinal)) shipped = null;
        var labels = new Dictionary<string, string>(shipped?.Labels ?? new Dictionary<string, string>());
        foreach (var (language, label) in Labels) labels[language] = label;
        var patterns = new Dictionary<string, ConceptPatterns>(shipped?.Patterns ?? new Dictionary<string, ConceptPatterns>());
        foreach (var language in Patterns.Keys.Concat(After.Keys).Concat(Not.Keys).Distinct())
        {
            var below = patterns.GetValueOrDefault(language) ?? ConceptPatterns.None;
            patterns[language] = new(
                Patterns.GetValueOrDefault(language) ?? below.Full,
                After.GetValueOrDefault(language) ?? below.After,
                [.. below.Not.Concat(Not.GetValueOrDefault(language) ?? []).Distinct()]);
        }

        return new Concept(Id, labels, [.. (shipped?.Wider ?? []).Concat(Broader).Distinct()], patterns)
        {
            Members = [.. (shipped?.Members ?? []).Concat(Members.Select(id => new Member(id, null, null))).DistinctBy(m => m.Id)],
        };
    }
}
