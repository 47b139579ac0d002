namespace NewsMonitor.TopicTagging.Text;

/// <summary>What divides two tokens.</summary>
internal enum Gap : byte
{
    /// <summary>A space, a hyphen, a comma: the sentence goes on.</summary>
    None,
    Sentence,
    Paragraph,
}
