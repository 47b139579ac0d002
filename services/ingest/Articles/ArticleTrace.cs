using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Tracing;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.Ingest.Articles;

/// <summary>What ingest knows of an article's way.</summary>
internal sealed class ArticleTrace(IngestDb db) : ITraceSource
{
    private const string Stage = "ingest";

    public async Task<IReadOnlyList<TraceStep>> ReadAsync(Guid articleId, CancellationToken cancellationToken)
    {
        var versions = await db.Versions.AsNoTracking().Where(version => version.ArticleId == articleId).OrderBy(version => version.Number).ToListAsync(cancellationToken);
        var sightings = await db.Sightings.AsNoTracking().Where(sighting => sighting.ArticleId == articleId).ToListAsync(cancellationToken);
        var offered = string.Join(", ", sightings.Select(sighting => $"{sighting.Source} ({sighting.Count}×)"));
        var steps = new List<TraceStep>();
        foreach (var version in versions)
        {
            steps.Add(new TraceStep(version.ReceivedAt, Stage, $"Accepted and stored; offered so far by {offered}.", version.Number));
            if (version.SweptAt is { } sweptAt)
                steps.Add(new TraceStep(sweptAt, Stage, $"No answer in time: published again ({version.Sweeps}×).", version.Number));
            if (version.FailedBecause is { } reason)
                steps.Add(new TraceStep(version.SweptAt ?? version.ReceivedAt, Stage, $"The pipeline gave up: {reason}. It waits in the dead letters.", version.Number, Waiting: true));
            else if (version.TaggedAt is null)
                steps.Add(new TraceStep(version.ReceivedAt, Stage, "Published; topic-tagging has not answered yet.", version.Number, Waiting: true));
        }
        return steps;
    }
}
