namespace NewsMonitor.TopicTagging.Topics.Versions;

/// <summary>Says what differs between two versions of a topic.</summary>
internal static class TopicChanges
{
    /// <summary>The fields that differ, as the API names them.</summary>
    public static IReadOnlyList<string> Between(TopicDefinition before, TopicDefinition after)
    {
        var fields = new (string Name, bool Same)[]
        {
            ("name", before.Name == after.Name),
            ("description", (before.Description ?? "") == (after.Description ?? "")),
            ("match", Plain(before.Match) == Plain(after.Match)),
            ("notify", before.Notify == after.Notify),
            ("enabled", before.Enabled == after.Enabled),
            ("mustMatch", before.MustMatch.SequenceEqual(after.MustMatch)),
            ("mustNotMatch", before.MustNotMatch.SequenceEqual(after.MustNotMatch)),
            ("covers", before.Covers.SequenceEqual(after.Covers)),
        };
        return [.. fields.Where(field => !field.Same).Select(field => field.Name)];
    }

    // How lines are indented is no change: YAML files indent them as they like.
    private static string Plain(string query) => string.Join('\n', query.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();
}
