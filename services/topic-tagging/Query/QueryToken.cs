namespace NewsMonitor.TopicTagging.Query;

/// <summary>A symbol of the query language.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">0-based offset into the query's text.</param>
/// <param name="Text">As written; a phrase without its quotes, an operator without its number.</param>
/// <param name="Number">The number after the slash, if any.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Position, string Text, int? Number = null)
{
    public bool Is(string @operator) => Kind == QueryTokenKind.Operator && Text == @operator;
}
