using System.Collections.Concurrent;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The compiled trees of topics that matched, kept for the next match.</summary>
/// <param name="compile">Compiles a topic's query.</param>
internal sealed class ClauseTrees(Func<int, ClauseTree> compile)
{
    // Some 20 MB.
    private const int MaxClauses = 200_000;

    private readonly ConcurrentDictionary<int, ClauseTree> _made = new();
    private int _clauses;

    public ClauseTree Of(int topic)
    {
        if (_made.TryGetValue(topic, out var known)) return known;
        var made = compile(topic);
        if (Interlocked.Add(ref _clauses, made.Count) > MaxClauses)
        {
            _made.Clear();
            Volatile.Write(ref _clauses, made.Count);
        }

        return _made[topic] = made;
    }
}
