using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Matches articles against all topics. Immutable and thread-safe: a change makes another matcher, which takes this one's place in one
/// assignment. Successive matchers share their index, and all of a lexicon share its patterns.
/// </summary>
internal sealed class TopicMatcher
{
    // Some milliseconds; beyond it, compiling anew is no slower by much and leaves nothing behind.
    private const int MaxSteps = 200;

    private readonly LexiconSnapshot _lexicon;
    private readonly TopicSearch _search;
    private readonly TopicIndex _index;
    private readonly LiveSet _live;

    private TopicMatcher(LexiconSnapshot lexicon, TopicIndex index, LiveSet live, IReadOnlyList<(string TopicId, TopicError Error)> errors)
    {
        (_lexicon, _index, _live, Errors) = (lexicon, index, live, errors);
        _search = new TopicSearch(index, live, LexiconIndex.Of(lexicon));
    }

    /// <summary>The lexicon's version, stored with every match.</summary>
    public string LexiconVersion => _lexicon.Version;

    /// <summary>How many topics articles are matched against.</summary>
    public int TopicCount => _live.Count;

    /// <summary>Topics that were left out because their query cannot be used, with the reason. One broken topic must not stop the others.</summary>
    public IReadOnlyList<(string TopicId, TopicError Error)> Errors { get; }

    /// <summary>Compiles all enabled topics; those whose query is broken are left out and reported in <see cref="Errors"/>.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="topics">The topics, each with its version.</param>
    /// <param name="frequencies">How often words are met, to choose by what topics are found; goes on counting with every article.</param>
    public static TopicMatcher Compile(LexiconSnapshot lexicon, IReadOnlyList<(TopicDefinition Topic, int Version)> topics, WordFrequencies? frequencies = null)
    {
        var errors = new List<(string TopicId, TopicError Error)>();
        var index = new TopicIndex(lexicon, frequencies ?? new WordFrequencies());
        var queries = Parse(lexicon, topics, errors);
        // Only references need all queries at once; else each is forgotten as soon as it is stored.
        if (topics.Any(t => t.Topic.Match.Contains($"{QueryPrefixes.Topic}:", StringComparison.Ordinal))) queries = Referable([.. queries], errors);
        index.Load(queries);
        return new TopicMatcher(lexicon, index, index.Live, errors);
    }

    /// <summary>
    /// The matcher of a new list of all topics. What few topics changed is added to the index of this one; after many, or with another lexicon,
    /// it is made anew.
    /// </summary>
    public TopicMatcher Update(LexiconSnapshot lexicon, IReadOnlyList<(TopicDefinition Topic, int Version)> topics)
    {
        if (lexicon != _lexicon) return Compile(lexicon, topics, _index.Frequencies);
        var ids = topics.Select(t => t.Topic.Id).ToHashSet(StringComparer.Ordinal);
        var removed = _live.Topics.Select(number => _index[number].Id).Where(id => !ids.Contains(id)).ToList();
        var changed = topics.Where(t => !Knows(t.Topic, t.Version)).ToList();
        TopicMatcher? next = Errors.Count == 0 && removed.Count + changed.Count <= MaxSteps ? this : null;
        foreach (var id in removed) next = next?.Without(id);
        foreach (var (topic, version) in changed) next = next?.With(topic, version);
        return next ?? Compile(_lexicon, topics, _index.Frequencies);
    }

    /// <summary>The matcher with a topic added or changed, or null when all must be compiled anew: the query is broken, or topics refer to each other.</summary>
    public TopicMatcher? With(TopicDefinition topic, int version)
    {
        if (TopicValidation.ValidateQuery(topic.Match, _lexicon, out var query).Count > 0 || TopicReferences.Of(query!).Count > 0) return null;
        return Next(_index.Replace(_live, topic.Id, (CompiledTopic.Of(topic, version), query!, topic.Enabled)));
    }

    /// <summary>The matcher without a topic, or null when all must be compiled anew.</summary>
    public TopicMatcher? Without(string id) => Next(_index.Replace(_live, id, null));

    /// <summary>The topics that match, at any level, best first.</summary>
    public IReadOnlyList<MatchedTopic> Match(MatchInput input)
    {
        var scratch = _search.Run(input);
        var matches = new List<MatchedTopic>(scratch.Matches.Count);
        foreach (var number in scratch.Matches.Span)
        {
            var evaluator = scratch.Check.EvaluatorOf(number);
            if (LevelRules.Judge(scratch.Article, evaluator.Result) is not { } verdict) continue;
            var topic = _index[number];
            var clauses = Evidence.Of(scratch.Article, evaluator, evaluator.Root);
            matches.Add(new MatchedTopic(topic.Id, topic.Name, topic.Version, verdict.Level, verdict.Level >= topic.Notify, verdict.Score, clauses)
            {
                Passages = Passages.Of(scratch.Article.Stream, clauses),
            });
        }

        MatchScratch.Release();
        matches.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Id, b.Id));
        return matches;
    }

    /// <summary>Adds the ids of the topics that match, at any level and in no order: a tenth of the work of <see cref="Match"/>.</summary>
    public MatchCounts Find(MatchInput input, ICollection<string> ids)
    {
        var scratch = _search.Run(input);
        foreach (var number in scratch.Matches.Span) ids.Add(_index[number].Id);
        var counts = new MatchCounts(scratch.Candidates.Count, scratch.Matches.Count);
        MatchScratch.Release();
        return counts;
    }

    /// <summary>One explanation per topic, matching or not, in the order in which they came.</summary>
    public IReadOnlyList<TopicExplanation> Explain(MatchInput input)
    {
        var scratch = _search.Read(input);
        return [.. _live.Topics.Select(number => Explain(_index[number], new ClauseEvaluator(scratch.Article, _index.Trees.Of(number), number)))];
    }

    // A disabled topic matches nothing by itself, but others may still name it.
    private static IEnumerable<(CompiledTopic Topic, QueryNode Query, bool Enabled)> Parse(
        LexiconSnapshot lexicon, IReadOnlyList<(TopicDefinition Topic, int Version)> topics, List<(string TopicId, TopicError Error)> errors)
    {
        foreach (var (topic, version) in topics)
        {
            var found = TopicValidation.ValidateQuery(topic.Match, lexicon, out var query);
            if (query is null) errors.AddRange(found.Select(e => (topic.Id, e)));
            else yield return (CompiledTopic.Of(topic, version), query, topic.Enabled);
        }
    }

    private static IEnumerable<(CompiledTopic Topic, QueryNode Query, bool Enabled)> Referable(
        List<(CompiledTopic Topic, QueryNode Query, bool Enabled)> parsed, List<(string TopicId, TopicError Error)> errors)
    {
        var queries = parsed.ToDictionary(p => p.Topic.Id, p => p.Query, StringComparer.Ordinal);
        TopicReferences.RemoveBroken(queries, errors);
        return parsed.Where(p => queries.ContainsKey(p.Topic.Id));
    }

    private TopicMatcher? Next(LiveSet? live) => live is null ? null : new TopicMatcher(_lexicon, _index, live, Errors);

    private bool Knows(TopicDefinition topic, int version)
    {
        var number = _index.NumberOf(topic.Id);
        return number >= 0 && _index[number].Fingerprint == CompiledTopic.FingerprintOf(topic, version);
    }

    private static TopicExplanation Explain(CompiledTopic topic, ClauseEvaluator evaluator)
    {
        var verdict = LevelRules.Judge(evaluator.Article, evaluator.Result);
        var root = new Explainer(evaluator.Article, evaluator).Explain(evaluator.Root);
        return new(topic.Id, topic.Name, verdict is not null, verdict?.Level, verdict?.Reason ?? "", verdict?.Score ?? 0, root);
    }
}
