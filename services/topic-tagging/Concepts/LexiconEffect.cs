namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>What a change of the lexicon would do.</summary>
/// <param name="Basis">What it was tried on, for people: "412 articles of the last 7 days".</param>
/// <param name="Topics">The topics that gain or lose articles.</param>
/// <param name="Broken">Must-match and must-not-match texts that were right before and would not be after.</param>
/// <param name="NotChecked">Names in those lists of which no text is known.</param>
internal sealed record LexiconEffect(string Basis, IReadOnlyList<TopicEffect> Topics, IReadOnlyList<string> Broken, IReadOnlyList<string> NotChecked);

/// <summary>What a change does to one topic, at the level from which it alerts.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="Gained">How many articles it would alert on and did not.</param>
/// <param name="Lost">How many it would not and did.</param>
/// <param name="GainedSamples">Titles of some.</param>
/// <param name="LostSamples">Titles of some.</param>
internal sealed record TopicEffect(string TopicId, int Gained, int Lost, IReadOnlyList<string> GainedSamples, IReadOnlyList<string> LostSamples);
