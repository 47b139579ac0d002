namespace NewsMonitor.TopicTagging.Topics.Backfill;

/// <summary>Wakes this instance's worker. The others look at the table by themselves.</summary>
internal sealed class BackfillSignal : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _set = new(0);

    public void Set() => _set.Release();

    /// <summary>Waits for the signal, or for the time to look.</summary>
    public Task<bool> WaitAsync(CancellationToken cancellationToken) => _set.WaitAsync(Look, cancellationToken);

    public void Dispose() => _set.Dispose();
}
