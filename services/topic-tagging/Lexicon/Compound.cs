namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Forms that name several concepts at once: 露朝 is Russia and North Korea.</summary>
/// <param name="Language">The language that writes so.</param>
/// <param name="Yields">The concepts.</param>
/// <param name="Patterns">The forms.</param>
internal sealed record Compound(string Language, IReadOnlyList<string> Yields, ConceptPatterns Patterns);
