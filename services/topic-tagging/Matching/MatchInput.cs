namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What the matcher sees of an article.</summary>
/// <param name="Title">The headline as stored; may be empty.</param>
/// <param name="Text">The body as stored; may be empty.</param>
/// <param name="Languages">Plausible BCP-47 tags, best first; <c>und</c> or none when nobody knows.</param>
/// <param name="Source">The outlet.</param>
/// <param name="Url">The address, if any.</param>
/// <param name="Tags">Free labels of the submitter.</param>
internal sealed record MatchInput(string Title, string Text, IReadOnlyList<string> Languages, string Source, string? Url, IReadOnlyList<string> Tags);
