namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Names the topics that an article can match at all, from the terms found in it: the cost grows with the hits, not with the topics.</summary>
internal sealed class TopicCandidates
{
    private readonly List<CompiledTopic> _always = [];
    private readonly Dictionary<int, List<CompiledTopic>> _byLiteral = [];
    private readonly Dictionary<int, List<CompiledTopic>> _byConcept = [];

    public TopicCandidates(IEnumerable<CompiledTopic> topics)
    {
        foreach (var topic in topics)
        {
            if (Anchor.Of(topic.Root) is not { } terms)
            {
                _always.Add(topic);
                continue;
            }

            foreach (var term in terms) Add(term.Kind == ClauseKind.Literal ? _byLiteral : _byConcept, term.Number, topic);
        }
    }

    public IEnumerable<CompiledTopic> For(Article article)
    {
        var topics = new HashSet<CompiledTopic>(_always);
        foreach (var literal in article.Literals.Keys) AddAll(topics, _byLiteral, literal);
        foreach (var concept in article.Concepts.Own.Keys)
        {
            foreach (var wider in article.Concepts.Lexicon.SelfAndWider(concept)) AddAll(topics, _byConcept, wider);
        }

        return topics;
    }

    private static void AddAll(HashSet<CompiledTopic> topics, Dictionary<int, List<CompiledTopic>> index, int key)
    {
        if (index.TryGetValue(key, out var list)) topics.UnionWith(list);
    }

    private static void Add(Dictionary<int, List<CompiledTopic>> index, int key, CompiledTopic topic)
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        list.Add(topic);
    }
}
