using System.CommandLine;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Standalone.Commands;

/// <summary>Topics from YAML files, for commands that need no server.</summary>
internal static class TopicFolder
{
    /// <summary>The option that names the folder.</summary>
    public static Option<string> Option() => new("--topics")
    {
        Description = "Directory of topic files (*.yaml). Default: the topics that come with NewsMonitor.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "seeds", "topics"),
    };

    /// <summary>Reads and compiles the topics.</summary>
    /// <exception cref="UsageException">The folder has none, or one of them has errors.</exception>
    public static async Task<(IReadOnlyList<TopicDefinition> Topics, TopicMatcher Matcher)> CompileAsync(string folder, CancellationToken cancellationToken)
    {
        var lexicon = LexiconSnapshot.LoadEmbedded();
        try
        {
            var topics = Directory.Exists(folder) ? await TopicSeeds.ReadFolderAsync(folder, cancellationToken) : [];
            if (topics.Count == 0)
                throw new UsageException($"{folder} has no topic files (*.yaml).");
            foreach (var topic in topics)
            {
                if (TopicValidation.Validate(topic, lexicon) is [var error, ..])
                    throw new UsageException($"Topic {topic.Id}, {error.Field}{(error.Position is { } position ? $" at {position}" : "")}: {error.Message} {error.Hint}");
            }
            return (topics, TopicMatcher.Compile(lexicon, [.. topics.Select(topic => (topic, 1))]));
        }
        catch (InvalidDataException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
