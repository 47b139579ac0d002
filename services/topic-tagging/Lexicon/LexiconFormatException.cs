namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>A lexicon file that cannot be used.</summary>
#pragma warning disable CA1032 // It makes no sense without a place.
internal sealed class LexiconFormatException(string place, string message, Exception? inner = null) : Exception($"{place}: {message}", inner);
#pragma warning restore CA1032
