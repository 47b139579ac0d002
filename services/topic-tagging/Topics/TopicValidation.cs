using System.Text.RegularExpressions;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Finds what is wrong with a topic before it is saved. Whether other topics that it names exist is known only to <see cref="TopicMatcher"/>.</summary>
internal static partial class TopicValidation
{
    private const int MaxName = 200;
    private const int MaxDescription = 5_000;
    private const int MaxTexts = 200;
    private const int MaxTextName = 2_000;

    // Addresses below /api/topics.
    private static readonly string[] Reserved = ["check", "export", "import", "preview"];

    /// <summary>A topic can have this id.</summary>
    public static bool IsId(string id) => IdForm().IsMatch(id);

    public static IReadOnlyList<TopicError> Validate(TopicDefinition topic, LexiconSnapshot lexicon)
    {
        var errors = new List<TopicError>();
        if (!IsId(topic.Id)) errors.Add(new("id", null, "An id has 1 to 100 lower-case letters, digits and hyphens.", "For example: north-korea-russia-military-cooperation"));
        else if (Reserved.Contains(topic.Id)) errors.Add(new("id", null, $"'{topic.Id}' is an address of its own below /api/topics.", "Choose another id."));
        if (string.IsNullOrWhiteSpace(topic.Name)) errors.Add(new("name", null, "A topic needs a name.", null));
        else if (topic.Name.Length > MaxName) errors.Add(new("name", null, $"A name has at most {MaxName} characters.", null));
        if (topic.Description?.Length > MaxDescription) errors.Add(new("description", null, $"A description has at most {MaxDescription:N0} characters.", null));
        foreach (var (field, text) in new[] { ("name", topic.Name), ("description", topic.Description), ("match", topic.Match) })
        {
            // PostgreSQL stores none.
            if (text?.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var position) errors.Add(new(field, position, "NUL is no character of a text.", null));
            if (text is not null && HasHalfPair(text)) errors.Add(new(field, null, "Half a surrogate pair is no character.", null));
        }

        errors.AddRange(ValidateNames("mustMatch", topic.MustMatch).Concat(ValidateNames("mustNotMatch", topic.MustNotMatch)));
        if (topic.MustMatch.Intersect(topic.MustNotMatch).FirstOrDefault() is { } both) errors.Add(new("mustNotMatch", null, $"'{both}' stands in both lists.", "A text must match or must not."));
        errors.AddRange(ValidateQuery(topic.Match, lexicon, out var query));
        if (query is not null) errors.AddRange(ValidateCovers(topic.Covers, query, lexicon));
        return errors;
    }

    // YAML's escapes can write what no encoding can store.
    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }

    private static IEnumerable<TopicError> ValidateNames(string field, IReadOnlyList<string> names)
    {
        if (names.Count > MaxTexts) yield return new(field, null, $"At most {MaxTexts} texts.", null);
        else if (names.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > MaxTextName || name.Contains('\0', StringComparison.Ordinal) || HasHalfPair(name)))
            yield return new(field, null, $"A text is named by 1 to {MaxTextName:N0} characters.", "Give the id or address of an archived article, or the name of an example such as lavrov-wonsan.it.");
    }

    // "covers: [ko, ru]" is a test of the topic: every language must be able to satisfy the whole query.
    private static IEnumerable<TopicError> ValidateCovers(IReadOnlyList<string> covers, QueryNode query, LexiconSnapshot lexicon)
    {
        if (covers.Count == 0) yield break;
        if (covers.Count > MaxTexts || covers.Any(language => language is null))
        {
            yield return new("covers", null, $"At most {MaxTexts} languages, each a BCP-47 tag.", null);
            yield break;
        }

        var coverage = new QueryCoverage(lexicon);
        foreach (var language in covers)
        {
            if (!coverage.Languages.Contains(language)) yield return new("covers", null, $"'{language}' is no language of the lexicon.", $"Known are {string.Join(", ", coverage.Languages)}.");
            else if (!coverage.Of(query).Contains(language)) yield return new("covers", coverage.Gap(query, language).Position, $"This topic cannot match in {language}.", $"Nothing in {language} satisfies {QueryPrinter.Print(coverage.Gap(query, language))}.") { Forceable = true };
        }
    }

    /// <summary>Parses a query and checks it against the lexicon.</summary>
    public static IReadOnlyList<TopicError> ValidateQuery(string match, LexiconSnapshot lexicon, out QueryNode? query)
    {
        query = null;
        try
        {
            query = QueryParser.Parse(match);
        }
        catch (QuerySyntaxException exception)
        {
            return [new("match", exception.Position, exception.Message, exception.Hint) { Conversion = QueryConversion.Of(match) }];
        }

        var errors = new List<TopicError>();
        QueryChecks.Check(query, lexicon, errors);
        if (errors.Count > 0) query = null;
        return errors;
    }

    [GeneratedRegex("^[a-z0-9-]{1,100}$")]
    private static partial Regex IdForm();
}
