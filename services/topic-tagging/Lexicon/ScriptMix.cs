namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>The scripts of an article, as far as the choice of languages goes.</summary>
/// <param name="Dominant">The script of most letters.</param>
/// <param name="QuotesLatin">Another script, with a good share of Latin.</param>
/// <param name="Quoted">Latin, with a good share of this script; or null.</param>
internal readonly record struct ScriptMix(string Dominant, bool QuotesLatin, string? Quoted);
