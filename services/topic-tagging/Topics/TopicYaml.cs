using System.Text;
using NewsMonitor.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Reads and writes topics as the YAML files that people edit.</summary>
internal static class TopicYaml
{
    /// <summary>Reads a topic or throws <see cref="TopicFormatException"/> with the line. Queries are not parsed: <see cref="TopicValidation"/> does that.</summary>
    public static TopicDefinition Parse(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw new TopicFormatException((int)exception.Start.Line, exception.Message, exception);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }]) throw new TopicFormatException(1, "expected one topic as keys and values");
        return Read(root);
    }

    /// <summary>Writes a topic so that <see cref="Parse"/> reads the same.</summary>
    public static string Write(TopicDefinition topic)
    {
        var text = new StringBuilder();
        text.Append("id: ").AppendLine(Quoted(topic.Id));
        text.Append("name: ").AppendLine(Quoted(topic.Name));
        if (topic.Description is not null) text.Append("description: ").AppendLine(Quoted(topic.Description));
        AppendQuery(text, topic.Match);
        text.Append("notify: ").AppendLine(NameOf(topic.Notify));
        if (!topic.Enabled) text.AppendLine("enabled: false");
        AppendList(text, "must_match", topic.MustMatch);
        AppendList(text, "must_not_match", topic.MustNotMatch);
        AppendList(text, "covers", topic.Covers);
        return text.ToString();
    }

    private static TopicDefinition Read(YamlMappingNode root)
    {
        var topic = new TopicDefinition("", "", "");
        foreach (var (key, value) in root.Children)
        {
            topic = Name(key) switch
            {
                "id" => topic with { Id = Scalar(value) },
                "name" => topic with { Name = Scalar(value) },
                "description" => topic with { Description = Scalar(value).Trim() },
                "match" => topic with { Match = Scalar(value).Trim() },
                "notify" => topic with { Notify = Level(value) },
                "enabled" => topic with { Enabled = Flag(value) },
                "must_match" => topic with { MustMatch = Strings(value) },
                "must_not_match" => topic with { MustNotMatch = Strings(value) },
                "covers" => topic with { Covers = Strings(value) },
                var other => throw new TopicFormatException(Line(key), $"unknown key '{other}'; known are id, name, description, match, notify, enabled, must_match, must_not_match, covers"),
            };
        }

        foreach (var (name, value) in new[] { ("id", topic.Id), ("name", topic.Name), ("match", topic.Match) })
        {
            if (value.Length == 0) throw new TopicFormatException(1, $"'{name}' is missing");
        }

        return topic;
    }

    private static string Name(YamlNode key) => key is YamlScalarNode { Value: { } value } ? value : throw new TopicFormatException(Line(key), "expected a key");

    private static string Scalar(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : throw new TopicFormatException(Line(node), "expected text");

    private static bool Flag(YamlNode node) => Scalar(node) switch
    {
        "true" => true,
        "false" => false,
        _ => throw new TopicFormatException(Line(node), "expected true or false"),
    };

    private static TopicLevel Level(YamlNode node) => Scalar(node) switch
    {
        "main" => TopicLevel.Main,
        "substantial" => TopicLevel.Substantial,
        "mention" => TopicLevel.Mention,
        var other => throw new TopicFormatException(Line(node), $"notify is main, substantial or mention, not '{other}'"),
    };

    private static List<string> Strings(YamlNode node) => node is YamlSequenceNode list
        ? [.. list.Children.Select(Scalar)]
        : throw new TopicFormatException(Line(node), "expected a list such as [a, b]");

    private static int Line(YamlNode node) => (int)node.Start.Line;

    private static string NameOf(TopicLevel level) => level.ToString().ToLowerInvariant();

    private static void AppendQuery(StringBuilder text, string match)
    {
        text.AppendLine("match: |-");
        foreach (var line in match.ReplaceLineEndings("\n").Split('\n')) text.Append("  ").AppendLine(line.Trim());
    }

    private static void AppendList(StringBuilder text, string key, IReadOnlyList<string> items)
    {
        if (items.Count > 0) text.Append(key).Append(": [").AppendJoin(", ", items.Select(Quoted)).AppendLine("]");
    }

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
