using System.Text.Json.Serialization;

namespace NewsMonitor.Contracts;

/// <summary>A topic that matches an article, with the passages that prove it.</summary>
/// <param name="Id">The topic's id.</param>
/// <param name="Name">The topic's name when the article was tagged.</param>
/// <param name="TopicVersion">The topic's version when the article was tagged, from 1.</param>
/// <param name="Level">How much the article is about it.</param>
/// <param name="Notifies">True when the level reaches the topic's own notifying level.</param>
/// <param name="Score">0 to 1; it only sorts.</param>
/// <param name="Clauses">The clauses of the query that were satisfied, each with its passages.</param>
public sealed record MatchedTopic(
    string Id,
    string Name,
    int TopicVersion,
    [property: JsonConverter(typeof(JsonStringEnumConverter<TopicLevel>))] TopicLevel Level,
    bool Notifies,
    double Score,
    IReadOnlyList<MatchedClause> Clauses)
{
    /// <summary>Up to three passages that show the evidence in context, in reading order.</summary>
    public IReadOnlyList<EvidenceSpan> Passages { get; init; } = [];
}

/// <summary>How much an article is about a topic, weakest first.</summary>
public enum TopicLevel
{
    /// <summary>A passing mention.</summary>
    [JsonStringEnumMemberName("mention")]
    Mention,

    /// <summary>A main matter of the article.</summary>
    [JsonStringEnumMemberName("substantial")]
    Substantial,

    /// <summary>The news itself.</summary>
    [JsonStringEnumMemberName("main")]
    Main,
}

/// <summary>A satisfied clause of a query.</summary>
/// <param name="Clause">The clause as written in the query, for example <c>country:KP</c>.</param>
/// <param name="Concept">The concept that was found (it may be a narrower one than the clause names), or null for plain words.</param>
/// <param name="Spans">Where it was found, in reading order.</param>
public sealed record MatchedClause(string Clause, string? Concept, IReadOnlyList<EvidenceSpan> Spans);

/// <summary>A passage of the stored text.</summary>
/// <param name="Field">The field that holds it: <c>title</c> or <c>text</c>.</param>
/// <param name="Start">Offset in UTF-16 code units into the field as stored.</param>
/// <param name="Length">Length in UTF-16 code units, at least 1.</param>
/// <param name="Text">The words themselves.</param>
public sealed record EvidenceSpan(string Field, int Start, int Length, string Text)
{
    /// <summary>The field name of the headline.</summary>
    public const string TitleField = "title";

    /// <summary>The field name of the body.</summary>
    public const string TextField = "text";
}
