namespace NewsMonitor.TopicTagging.Topics;

/// <summary>A topic file that cannot be read.</summary>
#pragma warning disable CA1032 // It makes no sense without a line.
internal sealed class TopicFormatException(int line, string message, Exception? inner = null) : Exception($"line {line}: {message}", inner)
#pragma warning restore CA1032
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
