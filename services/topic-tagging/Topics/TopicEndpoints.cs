using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary><c>/api/topics</c>.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder endpoints)
    {
        var topics = endpoints.MapGroup("/api/topics");
        topics.MapGet("", ListAsync).WithName("ListTopics").WithSummary("All topics.");
        topics.MapPost("", AddAsync).WithName("AddTopic").WithSummary("Adds a topic; refused with the position of every error.");
        topics.MapGet("{id}", FindAsync).WithName("GetTopic").WithSummary("One topic.");
        topics.MapPut("{id}", ChangeAsync).WithName("ChangeTopic").WithSummary("Changes a topic; live when the call returns.");
        topics.MapPost("check", Check).WithName("CheckQuery").WithSummary("Errors, warnings, cost and languages of a query that is not saved.");
        topics.MapDelete("{id}", DeleteAsync).WithName("DeleteTopic").WithSummary("Deletes a topic; what it has tagged stays.");
    }

    private static async Task<IResult> ListAsync(TopicStore store, CancellationToken cancellationToken) =>
        Results.Ok(new { Items = await store.ListAsync(cancellationToken) });

    private static async Task<IResult> FindAsync(string id, TopicStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } topic ? Results.Ok(topic) : Problems.NotFound("topic", id);

    private static async Task<IResult> AddAsync(TopicBody body, TopicStore store, LiveTopics live, CancellationToken cancellationToken)
    {
        if (!TryDefine(body, null, live.Lexicon, out var topic, out var refusal))
            return refusal!;
        return await store.AddAsync(topic, cancellationToken) is { } added
            ? Results.Created($"/api/topics/{added.Id}", added)
            : Problems.Problem(StatusCodes.Status409Conflict, "The topic exists", $"There is a topic '{topic.Id}' already. Change it with PUT /api/topics/{topic.Id}, or choose another id.");
    }

    private static async Task<IResult> ChangeAsync(string id, TopicBody body, TopicStore store, LiveTopics live, CancellationToken cancellationToken)
    {
        if (!TryDefine(body, id, live.Lexicon, out var topic, out var refusal))
            return refusal!;
        return await store.ChangeAsync(topic, cancellationToken) is { } changed ? Results.Ok(changed) : Problems.NotFound("topic", id);
    }

    private static async Task<IResult> DeleteAsync(string id, TopicStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(id, cancellationToken) ? Results.NoContent() : Problems.NotFound("topic", id);

    private static IResult Check(TopicBody body, LiveTopics live)
    {
        var errors = TopicValidation.ValidateQuery(body.Match ?? "", live.Lexicon, out var query);
        if (query is null) return Results.Ok(new { Errors = errors });
        var cost = QueryCost.Of(query);
        return Results.Ok(new { Errors = errors, Query = QueryPrinter.Print(query), Warnings = QueryLint.Check(query), cost.Total, cost.EveryArticle, Coverage = new QueryCoverage(live.Lexicon).Lines(query) });
    }

    private static bool TryDefine(TopicBody body, string? id, LexiconSnapshot lexicon, out TopicDefinition topic, out IResult? refusal)
    {
        var errors = new List<TopicError>();
        topic = body.ToDefinition(id, errors);
        errors.AddRange(TopicValidation.Validate(topic, lexicon));
        refusal = errors.Count == 0 ? null : Refuse(errors);
        return refusal is null;
    }

    // Beside the sentences that every client can show, each error keeps its position for an editor.
    private static IResult Refuse(List<TopicError> errors) => Results.ValidationProblem(
        errors.GroupBy(error => error.Field).ToDictionary(field => field.Key, field => field.Select(Sentence).ToArray()),
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The topic has errors.",
        extensions: new Dictionary<string, object?> { ["topicErrors"] = errors });

    private static string Sentence(TopicError error)
    {
        var place = error.Position is { } position ? $"Position {position}: " : "";
        return $"{place}{error.Message}{(error.Hint is null ? "" : " " + error.Hint)}";
    }
}
