using Microsoft.Extensions.Options;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary>Lets few previews run at one time.</summary>
internal sealed class PreviewGate(IOptions<PreviewOptions> options) : IDisposable
{
    // A person waits a moment rather than asking again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _places = new(options.Value.AtOnce);

    /// <summary>Waits a moment for a place; false when there is none.</summary>
    public Task<bool> EnterAsync(CancellationToken cancellationToken) => _places.WaitAsync(Patience, cancellationToken);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
