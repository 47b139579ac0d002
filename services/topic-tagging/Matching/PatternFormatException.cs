namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A pattern that cannot be compiled.</summary>
#pragma warning disable CA1032 // It makes no sense without the pattern.
internal sealed class PatternFormatException(string pattern, string message) : Exception($"'{pattern}': {message}");
#pragma warning restore CA1032
