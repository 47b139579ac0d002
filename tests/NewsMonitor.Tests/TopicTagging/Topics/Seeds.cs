using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Topics;

/// <summary>The topics that ship with the program.</summary>
internal static class Seeds
{
    public static IReadOnlyList<TopicDefinition> All { get; } = [.. Directory.GetFiles(Folder(), "*.yaml").Order(StringComparer.Ordinal).Select(file => TopicYaml.Parse(File.ReadAllText(file)))];

    public static TopicDefinition Read(string id) => All.Single(topic => topic.Id == id);

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "seeds", "topics"))) root = root.Parent!;
        return Path.Combine(root.FullName, "seeds", "topics");
    }
}
