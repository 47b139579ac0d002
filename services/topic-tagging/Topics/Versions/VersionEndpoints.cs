using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics.Versions;

/// <summary><c>/api/topics/{id}/versions</c>. To restore a version, PUT its <c>topic</c>.</summary>
internal static class VersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder topics)
    {
        topics.MapGet("{id}/versions", ListAsync).WithName("ListTopicVersions").WithSummary("The versions of a topic, the latest first, with the fields that each changed.");
        topics.MapGet("{id}/versions/{version:int}", FindAsync).WithName("GetTopicVersion").WithSummary("One version; PUT its 'topic' to restore it.");
    }

    private static async Task<IResult> ListAsync(string id, TopicVersions versions, CancellationToken cancellationToken)
    {
        var all = await versions.ListAsync(id, cancellationToken);
        return all.Count == 0 ? Problems.NotFound("topic", id) : Results.Ok(new { Items = all.Select(version => new { version.Version, version.SavedAt, version.Current, version.Changed, version.Topic.Name, version.Topic.Enabled }) });
    }

    private static async Task<IResult> FindAsync(string id, int version, TopicVersions versions, CancellationToken cancellationToken) =>
        (await versions.ListAsync(id, cancellationToken)).FirstOrDefault(one => one.Version == version) is { } found
            ? Results.Ok(new { found.Version, found.SavedAt, found.Current, found.Changed, Topic = Body(found.Topic) })
            : Problems.NotFound("version", $"{id}/{version}");

    // Without a version number: what is sent back must not look like a change of that version.
    private static TopicBody Body(TopicDefinition topic) => new()
    {
        Id = topic.Id,
        Name = topic.Name,
        Description = topic.Description,
        Match = topic.Match,
        Notify = topic.Notify.ToString().ToLowerInvariant(),
        Enabled = topic.Enabled,
        MustMatch = topic.MustMatch,
        MustNotMatch = topic.MustNotMatch,
        Covers = topic.Covers,
    };
}
