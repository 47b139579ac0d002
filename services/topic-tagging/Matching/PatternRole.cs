namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What a pattern does for its concept.</summary>
internal enum PatternRole : byte
{
    /// <summary>Names it.</summary>
    Full,

    /// <summary>Names it once a full form stands in the article.</summary>
    After,

    /// <summary>Is something else: what overlaps it does not count.</summary>
    Not,
}
