using NewsMonitor.TopicTagging.Concepts;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Topics.Examples;

/// <summary>
/// Tries topics before they are saved: together with all others, because a query may name another topic, and on the texts that they and
/// the topics which name them have as their tests.
/// </summary>
internal sealed class TopicTrial(TopicStore store, LiveTopics live, TopicTexts texts)
{
    // An explanation is for people: more of them than they read cost more than they tell.
    private const int MaxExplained = 20;

    /// <summary>Tries a change.</summary>
    /// <param name="changed">The topics as they would be, sound by themselves.</param>
    /// <param name="removed">A topic that would go.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    public async Task<TrialResult> RunAsync(IReadOnlyList<TopicDefinition> changed, string? removed, CancellationToken cancellationToken)
    {
        var stored = await store.DefinitionsAsync(cancellationToken);
        var changedIds = changed.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        var after = stored.Where(topic => topic.Id != removed && !changedIds.Contains(topic.Id)).Concat(changed).ToList();
        var touched = removed is null ? changedIds : [.. changedIds, removed];
        var users = TopicLinks.UsersOf(touched, after);
        users.ExceptWith(changedIds);

        var matcher = Compile(after, id => changedIds.Contains(id) || users.Contains(id));
        var before = users.Count == 0 ? null : Compile(stored, users.Contains);
        var broken = matcher.Errors.Where(error => changedIds.Contains(error.TopicId) || (users.Contains(error.TopicId) && before!.Errors.All(was => was.TopicId != error.TopicId))).ToList();
        var results = new List<ExampleResult>();
        var found = new Dictionary<string, MatchInput?>(StringComparer.Ordinal);
        foreach (var topic in after.Where(topic => changedIds.Contains(topic.Id) || users.Contains(topic.Id)))
        {
            foreach (var (name, must) in topic.MustMatch.Select(name => (name, true)).Concat(topic.MustNotMatch.Select(name => (name, false))))
            {
                if (!found.TryGetValue(name, out var text)) found[name] = text = await texts.FindAsync(name, cancellationToken);
                var explained = results.Count(result => result.Explanation is not null) < MaxExplained;
                var result = Check(matcher, topic, name, must, text, explained);
                // What was wrong before is no fault of this change.
                if (users.Contains(topic.Id) && result.Outcome == ExampleOutcome.Failed && !Passes(before!, topic.Id, must, text!)) continue;
                results.Add(result);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return new TrialResult(broken, results);
    }

    private static ExampleResult Check(TopicMatcher matcher, TopicDefinition topic, string name, bool must, MatchInput? text, bool explain)
    {
        if (text is null) return new(topic.Id, name, must, ExampleOutcome.NotFound, "no archived article has this id or address, and no example that ships has this name", null);
        if (Passes(matcher, topic.Id, must, text)) return new(topic.Id, name, must, ExampleOutcome.Passed, "", null);
        var explanation = explain ? matcher.Explain(text).FirstOrDefault(one => one.TopicId == topic.Id) : null;
        return new(topic.Id, name, must, ExampleOutcome.Failed, explanation is null ? "not explained, like others before it" : NearestMiss.Of(explanation, topic.Notify), explanation);
    }

    // As the topic alerts: what is only mentioned below its level does not count.
    private static bool Passes(TopicMatcher matcher, string id, bool must, MatchInput text) => matcher.Match(text).Any(match => match.Id == id && match.Notifies) == must;

    // The tests of a disabled topic hold all the same; topics that are only named need no matching of their own.
    private TopicMatcher Compile(IEnumerable<TopicDefinition> topics, Func<string, bool> matched) =>
        TopicMatcher.Compile(live.Lexicon, [.. topics.Select(topic => (topic with { Enabled = matched(topic.Id) }, 1))]);
}

/// <summary>What a trial found.</summary>
/// <param name="Broken">Topics that could not be used, by a reference that leads nowhere or round in a circle.</param>
/// <param name="Examples">How the topics did on their tests.</param>
internal sealed record TrialResult(IReadOnlyList<(string TopicId, TopicError Error)> Broken, IReadOnlyList<ExampleResult> Examples)
{
    /// <summary>Everything that stands against saving a topic. Errors of others that name it are errors of this change.</summary>
    public IEnumerable<TopicError> ErrorsOf(string id) =>
        Broken.Where(error => error.TopicId == id).Select(error => error.Error)
            .Concat(Examples.Where(example => example.TopicId == id && example.Outcome == ExampleOutcome.Failed).Select(ErrorOf));

    /// <summary>What would happen to topics that are not saved but name one that is.</summary>
    public IEnumerable<TopicError> ErrorsOfOthers(IReadOnlySet<string> saved) =>
        Broken.Where(error => !saved.Contains(error.TopicId)).Select(error => new TopicError("id", null, $"Topic '{error.TopicId}' names this one and could not be used any more: {error.Error.Message}", null) { Forceable = true })
            .Concat(Examples.Where(example => !saved.Contains(example.TopicId) && example.Outcome == ExampleOutcome.Failed).Select(example => ErrorOf(example) with { Message = $"Topic '{example.TopicId}' names this one, and its test fails: {example.Sentence()}" }));

    /// <summary>The texts of which nothing is known.</summary>
    public IReadOnlyList<string> NotChecked(string id) => [.. Examples.Where(example => example.TopicId == id && example.Outcome == ExampleOutcome.NotFound).Select(example => example.Sentence())];

    private static TopicError ErrorOf(ExampleResult example) => new(example.Must ? "mustMatch" : "mustNotMatch", null, example.Sentence(), null) { Forceable = true };
}
