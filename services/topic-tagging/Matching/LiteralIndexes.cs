using System.Collections.Concurrent;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The queries' own words, compiled for each folding when the first article asks for it.</summary>
/// <param name="literals">The words.</param>
/// <param name="writing">Held by whoever adds to them.</param>
internal sealed class LiteralIndexes(LiteralTable literals, Lock writing)
{
    private readonly ConcurrentDictionary<int, Lazy<LiteralIndex>> _made = new();

    public LiteralIndex Of(FoldingProfile profile, bool clitics) =>
        _made.GetOrAdd(((int)profile * 2) + (clitics ? 1 : 0), static (key, all) => new Lazy<LiteralIndex>(() => all.Make((FoldingProfile)(key / 2), key % 2 == 1)), this).Value;

    /// <summary>Compiles words that were added since. The caller holds the lock.</summary>
    public void CatchUp()
    {
        foreach (var made in _made.Values)
        {
            if (made.IsValueCreated) made.Value.CatchUp();
        }
    }

    private LiteralIndex Make(FoldingProfile profile, bool clitics)
    {
        lock (writing)
        {
            var made = new LiteralIndex(literals, profile, clitics);
            made.CatchUp();
            return made;
        }
    }
}
