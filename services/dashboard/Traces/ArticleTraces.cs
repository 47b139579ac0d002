using NewsMonitor.Hosting.Tracing;

namespace NewsMonitor.Dashboard.Traces;

/// <summary>Merges what the services know of an article's way.</summary>
internal sealed class ArticleTraces(IEnumerable<ITraceSource> sources)
{
    /// <summary>All steps in the order of time; empty when no service knows the article.</summary>
    public async Task<IReadOnlyList<TraceStep>> ReadAsync(Guid articleId, CancellationToken cancellationToken)
    {
        var steps = new List<TraceStep>();
        foreach (var source in sources)
            steps.AddRange(await source.ReadAsync(articleId, cancellationToken));
        // Stable: steps of the same moment stay in the order of the pipeline.
        return [.. steps.OrderBy(step => step.Version).ThenBy(step => step.At)];
    }
}
