using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Reads YAML that anybody may have written.</summary>
internal static class YamlDocuments
{
    // A topic is keys with values and lists. The library recurses once per level: a deep text would end the process.
    private const int MaxDepth = 4;

    /// <summary>The documents of a text, or a <see cref="TopicFormatException"/> with the line.</summary>
    public static IReadOnlyList<YamlDocument> Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var stream = new YamlStream();
        try
        {
            Check(parser);
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw new TopicFormatException((int)exception.Start.Line, Plain(exception), exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The library does not expect every broken text, "[a\nb" for one, and falls over it.
            throw new TopicFormatException((int)(parser.Current?.End.Line ?? 1), "not readable as YAML from here", exception);
        }

        return [.. stream.Documents];
    }

    private static void Check(Parser parser)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > MaxDepth) throw new TopicFormatException((int)current.Start.Line, "nested deeper than a topic is");
            // References multiply: a small text can stand for a huge one.
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) throw new TopicFormatException((int)current.Start.Line, "anchors and aliases (&name, *name) are not accepted");
        }
    }

    // The library puts the place before its sentence, which the caller says itself.
    private static string Plain(YamlException exception)
    {
        var message = exception.Message;
        var end = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.');
    }
}
