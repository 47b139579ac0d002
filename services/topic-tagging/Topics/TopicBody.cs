using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>A topic as callers send it in JSON.</summary>
internal sealed record TopicBody
{
    /// <summary>Lower-case letters, digits and hyphens. Not needed in a PUT.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The query.</summary>
    public string? Match { get; init; }

    /// <summary><c>main</c>, <c>substantial</c> (default) or <c>mention</c>.</summary>
    public string? Notify { get; init; }

    public bool? Enabled { get; init; }

    public IReadOnlyList<string>? MustMatch { get; init; }

    public IReadOnlyList<string>? MustNotMatch { get; init; }

    /// <summary>BCP-47 tags that the topic must be able to match in.</summary>
    public IReadOnlyList<string>? Covers { get; init; }

    /// <summary>The version that the caller has seen, for a change that must not undo somebody else's.</summary>
    public int? Version { get; init; }

    /// <summary>The definition, and the errors that its fields alone show.</summary>
    public TopicDefinition ToDefinition(string? id, List<TopicError> errors)
    {
        var notify = TopicLevel.Substantial;
        if (Notify is not null && !(Enum.TryParse(Notify, ignoreCase: true, out notify) && Enum.IsDefined(notify) && !char.IsDigit(Notify[0])))
            errors.Add(new TopicError("notify", null, $"'{Shortened(Notify)}' is not a level.", "Give main, substantial or mention."));
        if (id is not null && Id is not null && Id != id)
            errors.Add(new TopicError("id", null, $"The address names '{id}' and the body '{Shortened(Id)}'.", "An id cannot be changed: leave it out, or add a topic."));
        return new TopicDefinition(id ?? Id ?? "", Name ?? "", Match ?? "", notify)
        {
            Description = Description,
            Enabled = Enabled ?? true,
            MustMatch = MustMatch ?? [],
            MustNotMatch = MustNotMatch ?? [],
            Covers = Covers ?? [],
        };
    }

    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
