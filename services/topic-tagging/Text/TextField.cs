namespace NewsMonitor.TopicTagging.Text;

/// <summary>The part of an article that a token stands in.</summary>
internal enum TextField : byte
{
    Title,
    Body,
}
