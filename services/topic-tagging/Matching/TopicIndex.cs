using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// All topics that successive matchers know of. Topics are only ever added; each matcher knows how many there were when it was made and which of
/// them are gone, so one can be used while the next is made.
/// </summary>
internal sealed class TopicIndex
{
    // A few changes of a small index are no reason to make another.
    private const int MaxGone = 1_000;

    // Words are as frequent in a sample as in all articles.
    private const int ObservedShare = 16;

    private readonly HashSet<(bool IsConcept, int Number)> _terms = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly WordFrequencies _frequencies;
    private readonly LexiconSnapshot _lexicon;
    private readonly Lock _writing = new();
    private CompiledTopic[] _topics = [];
    private int[] _byReference = [];
    private int _observed;

    public TopicIndex(LexiconSnapshot lexicon, WordFrequencies frequencies)
    {
        (_lexicon, _frequencies) = (lexicon, frequencies);
        Queries = new QueryStore(lexicon);
        Literals = new LiteralIndexes(Queries.Literals, _writing);
        Trees = new ClauseTrees(Compile);
    }

    public QueryStore Queries { get; }

    /// <summary>The queries' own words, compiled.</summary>
    public LiteralIndexes Literals { get; }

    /// <summary>The queries compiled for their evaluation the long way.</summary>
    public ClauseTrees Trees { get; }

    /// <summary>How often words are met.</summary>
    public WordFrequencies Frequencies => _frequencies;

    /// <summary>By the number of a word or phrase.</summary>
    public TopicPostings ByLiteral { get; } = new();

    /// <summary>By the ordinal of a concept.</summary>
    public TopicPostings ByConcept { get; } = new();

    /// <summary>The roots of topics that are candidates in every article.</summary>
    public int[] Always { get; private set; } = [];

    /// <summary>The topics of the newest matcher.</summary>
    public LiveSet Live { get; private set; } = LiveSet.Of([], 0);

    /// <summary>How many topics there are, gone ones included.</summary>
    public int Count { get; private set; }

    public CompiledTopic this[int topic] => _topics[topic];

    /// <summary>The topic that a reference in a stored query leads to.</summary>
    public int TopicOf(int reference) => _byReference[reference];

    /// <summary>Adds the topics that an index begins with.</summary>
    /// <param name="topics">The topics and their queries, read once; references among them can all be followed.</param>
    public void Load(IEnumerable<(CompiledTopic Topic, QueryNode Query, bool Enabled)> topics)
    {
        var enabled = new List<bool>();
        foreach (var (topic, query, isEnabled) in topics)
        {
            Append(topic, query);
            enabled.Add(isEnabled);
        }

        _byReference = [.. Enumerable.Range(0, Queries.References).Select(r => NumberOf(Queries.TopicId(r)))];
        var anchors = new Anchors(Queries, _lexicon, _frequencies, reference => _topics[TopicOf(reference)].Root);
        for (var i = 0; i < Count; i++)
        {
            if (enabled[i]) Post(i, anchors);
        }

        Queries.Trim();
        ByLiteral.Trim(Queries.Literals.Count);
        ByConcept.Trim(_lexicon.Concepts.Count);
        Storage.Trim(ref _topics, Count);
        Live = LiveSet.Of(Enumerable.Range(0, Count).Where(i => enabled[i]), Count);
    }

    /// <summary>The number of a topic, or -1.</summary>
    public int NumberOf(string id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>
    /// Replaces one topic: makes the set of the next matcher. Null when this takes a new index: the set is no longer the newest, another topic
    /// refers to this one, or most of the index is made of topics that are gone.
    /// </summary>
    /// <param name="live">The set of the newest matcher.</param>
    /// <param name="id">The topic.</param>
    /// <param name="next">What it becomes, with a query that refers to no other topic; null to remove it.</param>
    public LiveSet? Replace(LiveSet live, string id, (CompiledTopic Topic, QueryNode Query, bool Enabled)? next)
    {
        lock (_writing)
        {
            if (live != Live || Queries.Refers(id) || Count - _numbers.Count > _numbers.Count + MaxGone) return null;
            var removed = NumberOf(id);
            if (removed >= 0 && !live.Has(removed)) removed = -1;
            if (next is not { } change)
            {
                _numbers.Remove(id);
                return Live = live.With(-1, removed);
            }

            Append(change.Topic, change.Query);
            Literals.CatchUp();
            if (change.Enabled) Post(Count - 1, new Anchors(Queries, _lexicon, _frequencies, TopicOf));
            return Live = live.With(change.Enabled ? Count - 1 : -1, removed);
        }
    }

    /// <summary>Counts the words of every so many articles, for the anchors of topics to come.</summary>
    public void Observe(TokenStream stream)
    {
        if (++_observed % ObservedShare == 0) _frequencies.Add(stream);
    }

    private ClauseTree Compile(int topic)
    {
        var compiler = new ClauseCompiler(_lexicon, Queries.Literals, id => Queries.Read(_topics[TopicOf(Queries.ReferenceTo(id))].Root));
        return new ClauseTree(compiler.Compile(Queries.Read(_topics[topic].Root)), compiler.Count);
    }

    private void Append(CompiledTopic topic, QueryNode query)
    {
        Storage.Reserve(ref _topics, Count + 1);
        _topics[Count] = topic with { Root = Queries.Add(query, Count) };
        _numbers[topic.Id] = Count++;
    }

    private void Post(int topic, Anchors anchors)
    {
        _terms.Clear();
        if (!anchors.Find(_topics[topic].Root, _terms))
        {
            Always = [.. Always, _topics[topic].Root];
            return;
        }

        foreach (var (isConcept, number) in _terms) (isConcept ? ByConcept : ByLiteral).Add(number, _topics[topic].Root);
    }
}
