using System.Collections.Concurrent;
using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Matches articles against all topics. Immutable and thread-safe: when topics change, another one is compiled aside and takes its place in
/// one assignment. The lexicon's own index is shared between them.
/// </summary>
internal sealed class TopicMatcher
{
    private readonly LexiconSnapshot _lexicon;
    private readonly LexiconIndex _index;
    private readonly List<CompiledTopic> _topics;
    private readonly TopicCandidates _candidates;
    private readonly IReadOnlyList<string> _literals;
    private readonly ConcurrentDictionary<(FoldingProfile, bool), Lazy<LiteralIndex>> _literalIndexes = new();
    private readonly int _clauses;

    private TopicMatcher(LexiconSnapshot lexicon, List<CompiledTopic> topics, ClauseCompiler compiler, IReadOnlyList<(string TopicId, TopicError Error)> errors)
    {
        (_lexicon, _index, _topics, Errors) = (lexicon, LexiconIndex.Of(lexicon), topics, errors);
        (_literals, _clauses) = (compiler.Literals, compiler.Count);
        _candidates = new TopicCandidates(topics);
    }

    /// <summary>The lexicon's version, stored with every match.</summary>
    public string LexiconVersion => _lexicon.Version;

    /// <summary>How many topics articles are matched against.</summary>
    public int TopicCount => _topics.Count;

    /// <summary>Topics that were left out because their query cannot be used, with the reason. One broken topic must not stop the others.</summary>
    public IReadOnlyList<(string TopicId, TopicError Error)> Errors { get; }

    /// <summary>Compiles all enabled topics; those whose query is broken are left out and reported in <see cref="Errors"/>.</summary>
    public static TopicMatcher Compile(LexiconSnapshot lexicon, IReadOnlyList<(TopicDefinition Topic, int Version)> topics)
    {
        var errors = new List<(string TopicId, TopicError Error)>();
        var queries = new Dictionary<string, QueryNode>(StringComparer.Ordinal);
        // A disabled topic matches nothing by itself, but others may still name it.
        foreach (var (topic, _) in topics)
        {
            errors.AddRange(TopicValidation.ValidateQuery(topic.Match, lexicon, out var query).Select(e => (topic.Id, e)));
            if (query is not null) queries[topic.Id] = query;
        }

        TopicReferences.RemoveBroken(queries, errors);
        var compiler = new ClauseCompiler(lexicon, queries);
        var compiled = topics.Where(t => t.Topic.Enabled && queries.ContainsKey(t.Topic.Id))
            .Select(t => new CompiledTopic(t.Topic.Id, t.Topic.Name, t.Version, t.Topic.Notify, compiler.Compile(queries[t.Topic.Id]))).ToList();
        return new TopicMatcher(lexicon, compiled, compiler, errors);
    }

    /// <summary>The topics that match, at any level, best first.</summary>
    public IReadOnlyList<MatchedTopic> Match(MatchInput input)
    {
        var evaluator = Read(input);
        var matches = new List<MatchedTopic>();
        foreach (var topic in _candidates.For(evaluator.Article))
        {
            if (LevelRules.Judge(evaluator.Article, evaluator.Evaluate(topic.Root)) is not { } verdict) continue;
            var clauses = Evidence.Of(evaluator.Article, evaluator, topic.Root);
            matches.Add(new MatchedTopic(topic.Id, topic.Name, topic.Version, verdict.Level, verdict.Level >= topic.Notify, verdict.Score, clauses)
            {
                Passages = Passages.Of(evaluator.Article.Stream, clauses),
            });
        }

        return [.. matches.OrderByDescending(m => m.Score).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    /// <summary>One explanation per topic, matching or not, in the order of the topics.</summary>
    public IReadOnlyList<TopicExplanation> Explain(MatchInput input)
    {
        var evaluator = Read(input);
        return [.. _topics.Select(t => Explain(t, evaluator))];
    }

    private static TopicExplanation Explain(CompiledTopic topic, ClauseEvaluator evaluator)
    {
        var verdict = LevelRules.Judge(evaluator.Article, evaluator.Evaluate(topic.Root));
        var root = new Explainer(evaluator.Article, evaluator).Explain(topic.Root);
        return new(topic.Id, topic.Name, verdict is not null, verdict?.Level, verdict?.Reason ?? "", verdict?.Score ?? 0, root);
    }

    private ClauseEvaluator Read(MatchInput input)
    {
        var languages = LanguageChoice.For(input.Languages, _lexicon, input.Title, input.Text);
        // The best language decides how letters compare; without one, readers of any language must be able to find their words.
        var profile = Folding.ProfileOf(input.Languages.Count > 0 ? input.Languages[0] : "und");
        var clitics = languages.Exists(l => l is "ar" or "he");
        var stream = Tokenizer.Tokenize(input.Title, input.Text, profile);
        var literals = _literalIndexes.GetOrAdd((profile, clitics), key => new Lazy<LiteralIndex>(() => new LiteralIndex(_literals, key.Item1, key.Item2))).Value;
        var article = new Article(input, stream, _index.Find(stream, languages, profile), literals.Find(stream));
        return new ClauseEvaluator(article, _clauses);
    }
}
