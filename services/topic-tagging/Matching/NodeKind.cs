namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The kinds of nodes of a stored query; what <see cref="NodeArena.Value"/> means for each.</summary>
internal enum NodeKind : byte
{
    /// <summary>A word of the query: the number of the literal.</summary>
    Word,

    /// <summary>A phrase of the query: the number of the literal.</summary>
    Phrase,

    /// <summary>The concept's ordinal.</summary>
    Concept,

    /// <summary>A number: that of its condition. Below it its unit, if it has one.</summary>
    Number,

    /// <summary>Another topic's query: the number of its id.</summary>
    Topic,

    /// <summary>A property of the article: the number of its name and value.</summary>
    Property,
    Title,
    Body,
    And,
    AndNot,
    Or,

    /// <summary>The distance, as of the next three.</summary>
    Near,
    OrderedNear,
    Sentence,
    Paragraph,
    Except,
    AtLeast,
    Count,
    Lede,
    About,

    /// <summary>The threshold; below it a <see cref="Weight"/> for each term.</summary>
    Score,

    /// <summary>The weight of the term below it.</summary>
    Weight,

    /// <summary>Stands before a query: the number of its topic.</summary>
    Header,

    /// <summary>A form that is kept as it is and evaluated the long way: its number.</summary>
    Other,
}
