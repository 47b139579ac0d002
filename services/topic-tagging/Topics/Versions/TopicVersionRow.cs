using System.Text.Json;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics.Versions;

/// <summary>What a topic was before it was changed or deleted. The version that holds stands in <see cref="TopicRow"/> alone.</summary>
internal sealed class TopicVersionRow
{
    public required string TopicId { get; init; }

    public int Version { get; init; }

    /// <summary>The <see cref="TopicDefinition"/> as JSON.</summary>
    public required string DefinitionJson { get; init; }

    /// <summary>When this version was saved.</summary>
    public DateTimeOffset SavedAt { get; init; }

    public static TopicVersionRow Of(TopicRow row) => new() { TopicId = row.Id, Version = row.Version, DefinitionJson = row.DefinitionJson, SavedAt = row.UpdatedAt };

    public TopicDefinition ReadDefinition() => JsonSerializer.Deserialize<TopicDefinition>(DefinitionJson, JsonSettings.Web)!;
}
