using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics.Backfill;
using NewsMonitor.TopicTagging.Topics.Files;
using NewsMonitor.TopicTagging.Topics.Preview;
using NewsMonitor.TopicTagging.Topics.Versions;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary><c>/api/topics</c>.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder endpoints)
    {
        var topics = endpoints.MapGroup("/api/topics");
        var limit = new RequestSizeLimitAttribute(TopicRequest.MaxBytes);
        topics.MapGet("", ListAsync).WithName("ListTopics").WithSummary("All topics.");
        topics.MapPost("", AddAsync).WithMetadata(limit).WithName("AddTopic").WithSummary("Adds a topic, JSON or YAML; refused with the position of every error and every test that fails; force saves in spite of tests.");
        topics.MapGet("{id}", FindAsync).WithName("GetTopic").WithSummary("One topic, as YAML when that is accepted; its version is the ETag.");
        topics.MapGet("{id}/yaml", FindYamlAsync).WithName("GetTopicYaml").WithSummary("One topic as YAML.");
        topics.MapPut("{id}", ChangeAsync).WithMetadata(limit).WithName("ChangeTopic").WithSummary("Changes a topic; live when the call returns. 409 when the version in If-Match or the body no longer holds.");
        topics.MapPost("{id}/enable", EnableAsync).WithName("EnableTopic").WithSummary("Lets a topic match again.");
        topics.MapPost("{id}/disable", DisableAsync).WithName("DisableTopic").WithSummary("Stops a topic from matching; it keeps its history.");
        topics.MapPost("check", CheckAsync).WithMetadata(limit).WithName("CheckQuery").WithSummary("Errors, warnings, cost and languages of a query that is not saved.");
        topics.MapDelete("{id}", DeleteAsync).WithName("DeleteTopic").WithSummary("Deletes a topic; its versions and what it has tagged stay. Refused while other topics name it, unless forced.");
        topics.MapVersions();
        topics.MapFiles();
        topics.MapPreview();
        topics.MapBackfill();
    }

    private static async Task<IResult> ListAsync(TopicStore store, CancellationToken cancellationToken) =>
        Results.Ok(new { Items = await store.ListAsync(cancellationToken) });

    private static async Task<IResult> FindAsync(string id, HttpContext http, TopicStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } topic)
            return Problems.NotFound("topic", id);
        ExpectedVersion.Tell(http.Response, topic.Version);
        return TopicMedia.WantsYaml(http.Request) ? Yaml(topic) : Results.Ok(topic);
    }

    private static async Task<IResult> FindYamlAsync(string id, HttpContext http, TopicStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } topic)
            return Problems.NotFound("topic", id);
        ExpectedVersion.Tell(http.Response, topic.Version);
        return Yaml(topic);
    }

    private static async Task<IResult> AddAsync(HttpContext http, TopicStore store, JudgeTopics judge, bool? force, CancellationToken cancellationToken)
    {
        var (read, refusal) = await TopicRequest.ReadAsync(http.Request, null, cancellationToken);
        if (read is null)
            return refusal!;
        var id = read.Topic.Id;
        if (await store.FindAsync(id, cancellationToken) is not null)
            return Exists(id);
        var verdicts = await judge.SavingAsync([read], cancellationToken);
        if (verdicts.Against(id, force == true) is { Count: > 0 } errors)
            return TopicProblems.Refuse(errors, verdicts.Trial);
        if (await store.AddAsync(read.Topic, cancellationToken) is not { } added)
            return Exists(id);
        ExpectedVersion.Tell(http.Response, added.Version);
        return Results.Created($"/api/topics/{id}", added with { Forced = verdicts.Forced(id), NotChecked = verdicts.NotChecked(id) });
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext http, TopicStore store, JudgeTopics judge, bool? force, CancellationToken cancellationToken)
    {
        var (read, refusal) = await TopicRequest.ReadAsync(http.Request, id, cancellationToken);
        if (read is null)
            return refusal!;
        if (ExpectedVersion.Read(http.Request, read.Version, out var expected) is { } unreadable)
            return unreadable;
        if (await store.FindAsync(id, cancellationToken) is not { } current)
            return Problems.NotFound("topic", id);
        // Asked before the trial too: whoever works on an old version need not hear of its errors.
        if (expected is not null && expected != current.Version)
            return ExpectedVersion.Stale(current, expected);
        var verdicts = await judge.SavingAsync([read with { Topic = read.Topic with { Id = id } }], cancellationToken);
        if (verdicts.Against(id, force == true) is { Count: > 0 } errors)
            return TopicProblems.Refuse(errors, verdicts.Trial);
        var (changed, stale) = await store.ChangeAsync(id, _ => read.Topic with { Id = id }, expected, cancellationToken);
        if (changed is null)
            return Problems.NotFound("topic", id);
        if (stale)
            return ExpectedVersion.Stale(changed, expected);
        ExpectedVersion.Tell(http.Response, changed.Version);
        return Results.Ok(changed with { Forced = verdicts.Forced(id), NotChecked = verdicts.NotChecked(id) });
    }

    private static Task<IResult> EnableAsync(string id, TopicStore store, CancellationToken cancellationToken) => SwitchAsync(id, true, store, cancellationToken);

    private static Task<IResult> DisableAsync(string id, TopicStore store, CancellationToken cancellationToken) => SwitchAsync(id, false, store, cancellationToken);

    private static async Task<IResult> SwitchAsync(string id, bool enabled, TopicStore store, CancellationToken cancellationToken)
    {
        var (topic, _) = await store.ChangeAsync(id, stored => stored with { Enabled = enabled }, null, cancellationToken);
        return topic is null ? Problems.NotFound("topic", id) : Results.Ok(topic);
    }

    private static async Task<IResult> DeleteAsync(string id, TopicStore store, JudgeTopics judge, bool? force, CancellationToken cancellationToken)
    {
        if (force != true && await judge.DeletingAsync(id, cancellationToken) is { Count: > 0 } errors)
            return TopicProblems.RefuseDeletion(errors);
        return await store.DeleteAsync(id, cancellationToken) ? Results.NoContent() : Problems.NotFound("topic", id);
    }

    private static async Task<IResult> CheckAsync(HttpRequest request, LiveTopics live, CancellationToken cancellationToken)
    {
        var (read, refusal) = await TopicRequest.ReadAsync(request, null, cancellationToken);
        if (read is null)
            return refusal!;
        var errors = TopicValidation.ValidateQuery(read.Topic.Match, live.Lexicon, out var query);
        if (query is null) return Results.Ok(new { Errors = errors });
        var cost = QueryCost.Of(query);
        return Results.Ok(new { Errors = errors, Query = QueryPrinter.Print(query), Warnings = QueryLint.Check(query), cost.Total, cost.EveryArticle, Coverage = new QueryCoverage(live.Lexicon).Lines(query) });
    }

    private static IResult Yaml(TopicView topic) => Results.Text(TopicYaml.Write(topic.ToDefinition()), TopicMedia.Yaml, Encoding.UTF8);

    private static IResult Exists(string id) =>
        Problems.Problem(StatusCodes.Status409Conflict, "The topic exists", $"There is a topic '{id}' already. Change it with PUT /api/topics/{id}, or choose another id.");
}
