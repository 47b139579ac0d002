using Microsoft.EntityFrameworkCore;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Topics.Versions;

/// <summary>The versions of a topic, those of a deleted one too: what it has tagged names them.</summary>
internal sealed class TopicVersions(TaggingDb db)
{
    /// <summary>All versions, the latest first; none when there never was such a topic.</summary>
    public async Task<IReadOnlyList<TopicVersion>> ListAsync(string id, CancellationToken cancellationToken)
    {
        var rows = await db.TopicVersions.AsNoTracking().Where(row => row.TopicId == id).ToListAsync(cancellationToken);
        var current = await db.Topics.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (current is not null)
            rows = [.. rows.Where(row => row.Version != current.Version), TopicVersionRow.Of(current)];
        var versions = new List<TopicVersion>();
        TopicDefinition? before = null;
        foreach (var row in rows.OrderBy(row => row.Version))
        {
            var topic = row.ReadDefinition();
            versions.Add(new TopicVersion(row.Version, row.SavedAt, row.Version == current?.Version, before is null ? [] : TopicChanges.Between(before, topic), topic));
            before = topic;
        }

        versions.Reverse();
        return versions;
    }
}

/// <summary>One version of a topic.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="Current">It holds now.</param>
/// <param name="Changed">The fields that differ from the version before.</param>
/// <param name="Topic">The definition.</param>
internal sealed record TopicVersion(int Version, DateTimeOffset SavedAt, bool Current, IReadOnlyList<string> Changed, TopicDefinition Topic);
