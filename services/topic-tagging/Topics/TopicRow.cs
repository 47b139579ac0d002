using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>A topic as stored.</summary>
internal sealed class TopicRow
{
    public required string Id { get; init; }

    /// <summary>Counts the changes of the definition, from 1.</summary>
    public int Version { get; init; }

    public bool Enabled { get; init; }

    /// <summary>The <see cref="TopicDefinition"/> as JSON.</summary>
    public required string DefinitionJson { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public static TopicRow Of(TopicDefinition topic, int version, DateTimeOffset createdAt, DateTimeOffset updatedAt) => new()
    {
        Id = topic.Id,
        Version = version,
        Enabled = topic.Enabled,
        DefinitionJson = JsonSerializer.Serialize(topic, JsonSettings.Web),
        CreatedAt = createdAt,
        UpdatedAt = updatedAt,
    };

    public TopicDefinition ReadDefinition() => JsonSerializer.Deserialize<TopicDefinition>(DefinitionJson, JsonSettings.Web)!;

    public TopicView ToView()
    {
        var topic = ReadDefinition();
        return new TopicView(topic.Id, topic.Name, topic.Description, topic.Match, topic.Notify, topic.Enabled, topic.MustMatch, topic.MustNotMatch, topic.Covers, Version, CreatedAt, UpdatedAt);
    }
}

/// <summary>A topic as the API shows it.</summary>
internal sealed record TopicView(
    string Id,
    string Name,
    string? Description,
    string Match,
    [property: System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<TopicLevel>))] TopicLevel Notify,
    bool Enabled,
    IReadOnlyList<string> MustMatch,
    IReadOnlyList<string> MustNotMatch,
    IReadOnlyList<string> Covers,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>In the answer to a save that was forced: what stood against it.</summary>
    public IReadOnlyList<string>? Forced { get; init; }

    /// <summary>In the answer to a save: tests that could not be run, because their text is not to be found.</summary>
    public IReadOnlyList<string>? NotChecked { get; init; }

    public TopicDefinition ToDefinition() => new(Id, Name, Match, Notify)
    {
        Description = Description,
        Enabled = Enabled,
        MustMatch = MustMatch,
        MustNotMatch = MustNotMatch,
        Covers = Covers,
    };
}
