namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The compiled forms of a query.</summary>
internal enum ClauseKind : byte
{
    /// <summary>A word or phrase of the query itself.</summary>
    Literal,
    Concept,

    /// <summary>A number, with the unit's concept as its operand if it has one.</summary>
    Number,

    /// <summary>A property of the whole article.</summary>
    Property,
    Title,
    Body,
    And,
    AndNot,
    Or,
    Near,
    OrderedNear,
    Sentence,
    Paragraph,
    Except,
    AtLeast,
    Count,
    Lede,
    About,
    Score,

    /// <summary>Another topic's query.</summary>
    Topic,
}
