using System.Text.Json.Serialization;
using NewsMonitor.TopicTagging.Topics.Versions;

namespace NewsMonitor.TopicTagging.Topics.Files;

/// <summary>
/// Imports topics from YAML, all or none: topics name one another, and a half-imported set would match what nobody has written. Every
/// document has its result, so that one attempt shows all that is wrong.
/// </summary>
internal sealed class TopicImport(TopicStore store, JudgeTopics judge)
{
    /// <summary>The most topics of one import.</summary>
    public const int MaxTopics = 2_000;

    /// <summary>Imports, or only says what an import would do.</summary>
    /// <exception cref="TopicFormatException">The text is no YAML, or has no topics, or too many.</exception>
    public async Task<ImportResult> RunAsync(string yaml, bool dryRun, bool force, CancellationToken cancellationToken)
    {
        var documents = TopicYaml.ParseAll(yaml);
        if (documents.Count is 0 or > MaxTopics)
            throw new TopicFormatException(1, documents.Count == 0 ? "no topic in it" : $"{documents.Count:N0} topics; at most {MaxTopics:N0} at once");
        var stored = (await store.DefinitionsAsync(cancellationToken)).ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        var items = Compare(documents, stored);
        var writing = items.Where(item => item.Outcome is ImportOutcome.Added or ImportOutcome.Changed).ToList();
        var verdicts = await judge.SavingAsync([.. writing.Select(item => new TopicRequest(item.Topic!, null, []))], cancellationToken);
        items = [.. items.Select(item => item.Topic is not null ? Judged(item, verdicts, force) : item)];
        var sound = items.All(item => item.Outcome != ImportOutcome.Refused);
        if (sound && !dryRun && writing.Count > 0 && await store.PutAsync([.. writing.Select(item => item.Topic!)], stored, cancellationToken) is { Count: > 0 } changed)
        {
            sound = false;
            items = [.. items.Select(item => changed.Contains(item.Id!) ? item with { Outcome = ImportOutcome.Refused, Errors = ["somebody has changed it while it was tried: import again"] } : item)];
        }

        return new ImportResult(sound && !dryRun, items);
    }

    private static List<ImportItem> Compare(IReadOnlyList<(int Line, TopicDefinition? Topic, TopicFormatException? Error)> documents, Dictionary<string, TopicDefinition> stored)
    {
        var items = new List<ImportItem>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, topic, error) in documents)
        {
            if (topic is null)
                items.Add(new ImportItem(error!.Line, null, ImportOutcome.Refused) { Errors = [error.Message] });
            else if (!lines.TryAdd(topic.Id, line))
                items.Add(new ImportItem(line, topic.Id, ImportOutcome.Refused) { Errors = [$"line {line}: the topic '{topic.Id}' stands in line {lines[topic.Id]} already"] });
            else if (!stored.TryGetValue(topic.Id, out var before))
                items.Add(new ImportItem(line, topic.Id, ImportOutcome.Added) { Topic = topic });
            else if (TopicChanges.Between(before, topic) is { Count: > 0 } changed)
                items.Add(new ImportItem(line, topic.Id, ImportOutcome.Changed) { Topic = topic, Changed = changed });
            else
                items.Add(new ImportItem(line, topic.Id, ImportOutcome.Unchanged));
        }

        return items;
    }

    private static ImportItem Judged(ImportItem item, TopicVerdicts verdicts, bool force)
    {
        var against = verdicts.Against(item.Id!, force);
        return against.Count > 0
            ? item with { Outcome = ImportOutcome.Refused, Errors = [.. against.Select(error => $"{error.Field}: {error.Sentence()}")], Forceable = against.All(error => error.Forceable) }
            : item with { Forced = verdicts.Forced(item.Id!), NotChecked = verdicts.NotChecked(item.Id!) };
    }
}

/// <summary>What an import did.</summary>
/// <param name="Saved">Everything was saved; else nothing.</param>
/// <param name="Items">The documents, in their order.</param>
internal sealed record ImportResult(bool Saved, IReadOnlyList<ImportItem> Items)
{
    public int Added => Count(ImportOutcome.Added);

    public int Changed => Count(ImportOutcome.Changed);

    public int Unchanged => Count(ImportOutcome.Unchanged);

    public int Refused => Count(ImportOutcome.Refused);

    private int Count(ImportOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}

/// <summary>What became of one document.</summary>
/// <param name="Line">Where it begins, or where it is wrong.</param>
/// <param name="Id">The topic, when it could be read.</param>
/// <param name="Outcome">What the import does with it.</param>
internal sealed record ImportItem(int Line, string? Id, [property: JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))] ImportOutcome Outcome)
{
    [JsonIgnore]
    public TopicDefinition? Topic { get; init; }

    /// <summary>The fields that change.</summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>Why it is refused.</summary>
    public IReadOnlyList<string>? Errors { get; init; }

    /// <summary>Only tests fail: force saves it.</summary>
    public bool? Forceable { get; init; }

    /// <summary>What was saved in spite of.</summary>
    public IReadOnlyList<string>? Forced { get; init; }

    /// <summary>Tests that could not be run.</summary>
    public IReadOnlyList<string>? NotChecked { get; init; }
}

/// <summary>What an import does with a document.</summary>
internal enum ImportOutcome
{
    [JsonStringEnumMemberName("added")]
    Added,

    [JsonStringEnumMemberName("changed")]
    Changed,

    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    [JsonStringEnumMemberName("refused")]
    Refused,
}
