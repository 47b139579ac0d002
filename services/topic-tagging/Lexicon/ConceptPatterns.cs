namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>How one language names one concept, in the pattern language.</summary>
/// <param name="Full">Forms that count by themselves.</param>
/// <param name="After">Short forms that count once a full form stands anywhere in the article.</param>
/// <param name="Not">Longer names and homonyms: a form inside one of these does not count.</param>
internal sealed record ConceptPatterns(IReadOnlyList<string> Full, IReadOnlyList<string> After, IReadOnlyList<string> Not)
{
    public static ConceptPatterns None { get; } = new([], [], []);
}
