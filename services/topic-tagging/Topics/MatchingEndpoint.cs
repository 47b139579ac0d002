using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary><c>POST /internal/match</c>: the topics of a text and why, for the gateway, which matches texts without storing them.</summary>
internal static class MatchingEndpoint
{
    public static void MapMatching(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/internal/match", Match).ExcludeFromDescription();

    private static IResult Match(MatchingRequest text, LiveTopics topics)
    {
        // Taken once: a topic that changes meanwhile must not be explained by another version than matched.
        var matcher = topics.Matcher;
        var input = new MatchInput(text.Title, text.Text, PlausibleLanguages.Of(text.Language), text.Source, text.Url, text.Tags);
        return Results.Ok(new MatchingAnswer(matcher.Match(input), matcher.Explain(input)));
    }
}

/// <summary>A cleaned text with its language.</summary>
internal sealed record MatchingRequest(string Title, string Text, DetectedLanguage Language, string Source, string? Url, IReadOnlyList<string> Tags);

/// <summary>The topics that match, and the explanation of all.</summary>
internal sealed record MatchingAnswer(IReadOnlyList<MatchedTopic> Topics, IReadOnlyList<TopicExplanation> Explanation);
