using System.Text;
using NewsMonitor.Contracts;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Reads and writes topics as the YAML files that people edit.</summary>
internal static class TopicYaml
{
    /// <summary>Reads a topic or throws <see cref="TopicFormatException"/> with the line. Queries are not parsed: <see cref="TopicValidation"/> does that.</summary>
    public static TopicDefinition Parse(string yaml) =>
        YamlDocuments.Read(yaml) is [{ RootNode: YamlMappingNode root }] ? Read(root) : throw new TopicFormatException(1, "expected one topic as keys and values");

    /// <summary>Reads topics divided by <c>---</c>, each with its first line. A document that is no topic has its error instead; empty ones are passed over.</summary>
    /// <exception cref="TopicFormatException">The text is no YAML.</exception>
    public static IReadOnlyList<(int Line, TopicDefinition? Topic, TopicFormatException? Error)> ParseAll(string yaml) =>
        [.. YamlDocuments.Read(yaml).Where(document => document.RootNode is not YamlScalarNode { Value: null or "" }).Select(document => ReadOne(document.RootNode))];

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

    /// <summary>Writes topics so that <see cref="ParseAll"/> reads the same.</summary>
    public static string WriteAll(IEnumerable<TopicDefinition> topics) => string.Concat(topics.Select(topic => "---" + Environment.NewLine + Write(topic)));

    private static (int Line, TopicDefinition? Topic, TopicFormatException? Error) ReadOne(YamlNode node)
    {
        try
        {
            return (Line(node), node is YamlMappingNode root ? Read(root) : throw new TopicFormatException(Line(node), "expected a topic as keys and values"), null);
        }
        catch (TopicFormatException exception)
        {
            return (Line(node), null, exception);
        }
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
            if (value.Length == 0) throw new TopicFormatException(Line(root), $"'{name}' is missing");
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

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            if (character is '"' or '\\') text.Append('\\').Append(character);
            else if (character == '\n') text.Append("\\n");
            else if (char.IsControl(character)) text.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else text.Append(character);
        }

        return text.Append('"').ToString();
    }
}
