namespace NewsMonitor.TopicTagging.Query;

/// <summary>A query that cannot be read: where, what was expected, and how to write it.</summary>
#pragma warning disable CA1032 // It makes no sense without a position.
internal sealed class QuerySyntaxException(int position, string message, string? hint = null) : Exception(message)
#pragma warning restore CA1032
{
    public int Position => position;

    public string? Hint => hint;
}
