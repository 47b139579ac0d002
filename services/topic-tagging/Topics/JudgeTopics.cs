using NewsMonitor.TopicTagging.Topics.Examples;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>What every topic passes before it is saved: checked by itself, then tried with all others and on its tests.</summary>
internal sealed class JudgeTopics(TopicTrial trial, LiveTopics live)
{
    /// <summary>Everything that stands against saving topics, by their id, and what was found out on the way.</summary>
    public async Task<TopicVerdicts> SavingAsync(IReadOnlyList<TopicRequest> topics, CancellationToken cancellationToken)
    {
        var lexicon = live.Lexicon;
        var errors = topics.ToDictionary(one => one.Topic.Id, one => one.Errors.Concat(TopicValidation.Validate(one.Topic, lexicon)).ToList(), StringComparer.Ordinal);
        // A topic that is wrong by itself would be wrong in every trial.
        if (topics.Count == 0 || errors.Values.Any(list => list.Exists(error => !error.Forceable)))
            return new TopicVerdicts(errors, null);
        var result = await trial.RunAsync([.. topics.Select(one => one.Topic)], removed: null, cancellationToken);
        foreach (var (id, list) in errors)
            list.AddRange(result.ErrorsOf(id));
        errors.Values.First().AddRange(result.ErrorsOfOthers(errors.Keys.ToHashSet(StringComparer.Ordinal)));
        return new TopicVerdicts(errors, result);
    }

    /// <summary>What stands against deleting a topic: others that name it.</summary>
    public async Task<IReadOnlyList<TopicError>> DeletingAsync(string id, CancellationToken cancellationToken) =>
        [.. (await trial.RunAsync([], id, cancellationToken)).ErrorsOfOthers(new HashSet<string>())];
}

/// <summary>What stands against saving topics.</summary>
/// <param name="Errors">The errors by topic.</param>
/// <param name="Trial">How they did on their tests; null when errors came before.</param>
internal sealed record TopicVerdicts(IReadOnlyDictionary<string, List<TopicError>> Errors, TrialResult? Trial)
{
    /// <summary>What is wrong and cannot be saved, or only by force.</summary>
    public IReadOnlyList<TopicError> Against(string id, bool force) => [.. Errors[id].Where(error => !force || !error.Forceable)];

    /// <summary>What was saved in spite of.</summary>
    public IReadOnlyList<string>? Forced(string id) => Errors[id].Count == 0 ? null : [.. Errors[id].Select(error => error.Sentence())];

    /// <summary>Tests that could not be run.</summary>
    public IReadOnlyList<string>? NotChecked(string id) => Trial?.NotChecked(id) is { Count: > 0 } names ? names : null;
}
