using NewsMonitor.TopicTagging.Topics.Examples;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>The answers to topics that are not saved.</summary>
internal static class TopicProblems
{
    /// <summary>Lists the errors. Beside the sentences that every client can show, each keeps its position for an editor, and each failing test its explanation.</summary>
    public static IResult Refuse(IReadOnlyList<TopicError> errors, TrialResult? trial)
    {
        var extensions = new Dictionary<string, object?> { ["topicErrors"] = errors };
        var onlyTests = errors.All(error => error.Forceable);
        if (onlyTests)
        {
            extensions["forceable"] = true;
            extensions["tests"] = trial?.Examples.Where(example => example.Outcome == ExampleOutcome.Failed);
        }

        return Results.ValidationProblem(
            errors.GroupBy(error => error.Field).ToDictionary(field => field.Key, field => field.Select(error => error.Sentence()).ToArray()),
            detail: onlyTests ? "Nothing was saved. Change the topic or its tests, or repeat with force=true." : "Nothing was saved.",
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: onlyTests ? "Tests of the topic fail." : "The topic has errors.",
            extensions: extensions);
    }

    /// <summary>A topic that others name is not deleted.</summary>
    public static IResult RefuseDeletion(IReadOnlyList<TopicError> errors) => Results.Problem(
        $"{string.Join(" ", errors.Select(error => error.Message))} Change those first, or repeat with force=true.",
        statusCode: StatusCodes.Status409Conflict,
        title: "Other topics name this one",
        extensions: new Dictionary<string, object?> { ["topicErrors"] = errors });
}
