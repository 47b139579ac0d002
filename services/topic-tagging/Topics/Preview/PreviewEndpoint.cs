using Microsoft.AspNetCore.Mvc;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary><c>POST /api/topics/preview</c>: a topic, saved or not, tried on the archive. Nothing is stored.</summary>
internal static class PreviewEndpoint
{
    private const int DefaultDays = 7;
    private const int MaxDays = 180;
    private const int DefaultSamples = 10;
    private const int MaxSamples = 50;

    public static void MapPreview(this IEndpointRouteBuilder topics) =>
        topics.MapPost("preview", PreviewAsync).WithMetadata(new RequestSizeLimitAttribute(TopicRequest.MaxBytes)).WithName("PreviewTopic")
            .WithSummary("Tries a topic on the archive: basis, hits, samples with evidence, gained and lost against the saved version, cost. A body with an id alone previews the saved topic.");

    private static async Task<IResult> PreviewAsync(HttpContext http, TopicPreview preview, PreviewGate gate, TopicStore store, LiveTopics live, int? days, int? samples, CancellationToken cancellationToken)
    {
        if (days is < 1 or > MaxDays)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid days", $"days is {days}; give 1 to {MaxDays}.");
        if (samples is < 0 or > MaxSamples)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid samples", $"samples is {samples}; give 0 to {MaxSamples}.");
        var (read, refusal) = await TopicRequest.ReadAsync(http.Request, null, cancellationToken);
        if (read is null)
            return refusal!;
        if (await CompleteAsync(read.Topic, store, cancellationToken) is not { } topic)
            return Problems.NotFound("topic", read.Topic.Id);
        var errors = read.Errors.Concat(TopicValidation.Validate(topic, live.Lexicon).Where(error => !error.Forceable && (error.Field != "id" || read.Topic.Id.Length > 0))).ToList();
        if (errors.Count > 0)
            return TopicProblems.Refuse(errors, null);
        if (!await gate.EnterAsync(cancellationToken))
        {
            http.Response.Headers.RetryAfter = "10";
            return Problems.Problem(StatusCodes.Status429TooManyRequests, "Too many previews", "Others run. Try again in a moment.");
        }

        try
        {
            var (report, broken) = await preview.RunAsync(topic, days ?? DefaultDays, samples ?? DefaultSamples, cancellationToken);
            return report is null ? TopicProblems.Refuse(broken, null) : Results.Ok(report);
        }
        finally
        {
            gate.Leave();
        }
    }

    // What is tried need have neither an id nor a name yet; an id without a query means the saved topic.
    private static async Task<TopicDefinition?> CompleteAsync(TopicDefinition topic, TopicStore store, CancellationToken cancellationToken)
    {
        if (topic.Match.Length == 0 && topic.Id.Length > 0)
            return (await store.FindAsync(topic.Id, cancellationToken))?.ToDefinition();
        return topic with { Id = topic.Id.Length == 0 ? "preview" : topic.Id, Name = string.IsNullOrWhiteSpace(topic.Name) ? "Preview" : topic.Name };
    }
}
