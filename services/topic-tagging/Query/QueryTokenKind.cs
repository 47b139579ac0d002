namespace NewsMonitor.TopicTagging.Query;

/// <summary>The kinds of symbols of the query language.</summary>
internal enum QueryTokenKind : byte
{
    Word,
    Phrase,

    /// <summary>A prefix with a colon and nothing after it: <c>title:</c> before a bracket or a phrase.</summary>
    Prefix,
    Operator,
    Open,
    Close,
    Comma,
    End,
}
