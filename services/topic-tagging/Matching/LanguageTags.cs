using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What the choice of an article's languages depends on: up to three plausible tags, and its scripts.</summary>
internal readonly record struct LanguageTags(string? First, string? Second, string? Third, ScriptMix Mix);
