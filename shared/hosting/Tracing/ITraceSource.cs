namespace NewsMonitor.Hosting.Tracing;

/// <summary>What a service knows about an article's way; the gateway merges all of them to <c>/api/articles/{id}/trace</c>.</summary>
public interface ITraceSource
{
    /// <summary>Reads the steps from the service's own rows.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<TraceStep>> ReadAsync(Guid articleId, CancellationToken cancellationToken);
}

/// <summary>One step of an article's way.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Stage">The service, for example <c>topic-tagging</c>.</param>
/// <param name="What">What happened, one sentence for a person.</param>
/// <param name="Version">The version of the article that it happened to.</param>
/// <param name="Waiting">True when the step is still open: this is where the article is, or where it stopped.</param>
public sealed record TraceStep(DateTimeOffset At, string Stage, string What, int Version, bool Waiting = false);
