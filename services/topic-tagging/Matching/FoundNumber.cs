namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A number as an article writes it, with the words that scale it (12 million), and what it means.</summary>
internal readonly record struct FoundNumber(decimal Value, int First, int Last);
