using System.Text.RegularExpressions;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Finds what is wrong with a topic before it is saved. Whether other topics that it names exist is known only to <see cref="TopicMatcher"/>.</summary>
internal static partial class TopicValidation
{
    private const int MaxName = 200;

    public static IReadOnlyList<TopicError> Validate(TopicDefinition topic, LexiconSnapshot lexicon)
    {
        var errors = new List<TopicError>();
        if (!IdForm().IsMatch(topic.Id)) errors.Add(new("id", null, "An id has 1 to 100 lower-case letters, digits and hyphens.", "For example: north-korea-russia-military-cooperation"));
        if (string.IsNullOrWhiteSpace(topic.Name)) errors.Add(new("name", null, "A topic needs a name.", null));
        else if (topic.Name.Length > MaxName) errors.Add(new("name", null, $"A name has at most {MaxName} characters.", null));
        errors.AddRange(ValidateQuery(topic.Match, lexicon, out var query));
        if (query is not null) errors.AddRange(ValidateCovers(topic.Covers, query, lexicon));
        return errors;
    }

    // "covers: [ko, ru]" is a test of the topic: every language must be able to satisfy the whole query.
    private static IEnumerable<TopicError> ValidateCovers(IReadOnlyList<string> covers, QueryNode query, LexiconSnapshot lexicon)
    {
        if (covers.Count == 0) yield break;
        var coverage = new QueryCoverage(lexicon);
        foreach (var language in covers)
        {
            if (!coverage.Languages.Contains(language)) yield return new("covers", null, $"'{language}' is no language of the lexicon.", $"Known are {string.Join(", ", coverage.Languages)}.");
            else if (!coverage.Of(query).Contains(language)) yield return new("covers", coverage.Gap(query, language).Position, $"This topic cannot match in {language}.", $"Nothing in {language} satisfies {QueryPrinter.Print(coverage.Gap(query, language))}.");
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
