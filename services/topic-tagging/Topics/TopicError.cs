namespace NewsMonitor.TopicTagging.Topics;

/// <summary>What is wrong with a topic.</summary>
/// <param name="Field">The field of the definition: <c>id</c>, <c>name</c>, <c>match</c>.</param>
/// <param name="Position">0-based offset into the query, where that makes sense.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">How to write it.</param>
internal sealed record TopicError(string Field, int? Position, string Message, string? Hint)
{
    /// <summary>The whole query in this language, when it was pasted from another service and one step puts it right.</summary>
    public string? Conversion { get; init; }
}
