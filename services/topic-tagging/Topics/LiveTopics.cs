using Microsoft.EntityFrameworkCore;
using NewsMonitor.TopicTagging.Concepts;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Storage;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>The compiled topics that articles are matched against. A change compiles aside and is swapped in whole.</summary>
internal sealed class LiveTopics(IServiceScopeFactory scopes, LexiconSnapshot shipped, ILogger<LiveTopics> logger) : IHostedService, IDisposable
{
    /// <summary>Where instances tell each other that topics have changed.</summary>
    public const string Channel = "newsmonitor_topics";

    private readonly SemaphoreSlim _reloading = new(1, 1);
    private readonly LexiconSnapshot _shipped = shipped;
    private volatile LexiconSnapshot _lexicon = shipped;
    private volatile TopicMatcher _matcher = TopicMatcher.Compile(shipped, []);

    /// <summary>The matcher of this moment. Take it once per list of articles.</summary>
    public TopicMatcher Matcher => _matcher;

    /// <summary>The lexicon that the topics stand on: the shipped one with users' concepts over it.</summary>
    public LexiconSnapshot Lexicon => _lexicon;

    /// <summary>Compiles the stored topics and swaps them in.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        // One at a time, reading inside: the last reload then always sees the last change.
        await _reloading.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TaggingDb>();
            var rows = await db.Topics.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
            var lexicon = UserLexicon.Over(_shipped, (await db.UserConcepts.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken)).ConvertAll(row => row.ReadDefinition()));
            // The compiled patterns hang on the snapshot: one of the same content stays.
            if (lexicon.Version != _lexicon.Version) _lexicon = lexicon;
            lexicon = _lexicon;
            _matcher = TopicMatcher.Compile(lexicon, [.. rows.Select(row => (row.ReadDefinition(), row.Version))]);
            foreach (var (topic, error) in _matcher.Errors)
                Log.TopicBroken(logger, topic, error.Message);
            Log.TopicsLoaded(logger, _matcher.TopicCount, lexicon.Version);
        }
        finally
        {
            _reloading.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => ReloadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _reloading.Dispose();
}
