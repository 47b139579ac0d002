using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary><c>/api/concepts</c>: what topics can name, and users' own.</summary>
internal static class ConceptEndpoints
{
    private const int MaxPage = 200;
    private const int DefaultPage = 50;
    private const int MaxCsvBytes = 8 << 20;

    public static void MapConcepts(this IEndpointRouteBuilder endpoints)
    {
        var concepts = endpoints.MapGroup("/api/concepts");
        concepts.MapGet("", ListAsync).WithName("SearchConcepts").WithSummary("Concepts by id, label or form: {items, total, next, lexiconVersion}.");
        concepts.MapGet("{id}", FindAsync).WithName("GetConcept").WithSummary("One concept.");
        concepts.MapPut("{id}", PutAsync).WithName("PutConcept").WithSummary("Adds or changes a user's concept after trying it on the archive; dryRun only tries, force saves in spite of failing tests.");
        concepts.MapDelete("{id}", DeleteAsync).WithName("DeleteConcept").WithSummary("Takes a user's concept away; a shipped one shows through again.");
        concepts.MapPost("{id}/import", ImportAsync).WithName("ImportList").WithSummary("Replaces a list by the rows of a CSV file; dryRun only tries.");
    }

    private static async Task<IResult> ListAsync(LiveTopics live, UserConceptStore store, string? q, string? kind, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaxPage) return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid limit", $"limit is {limit}; give 1 to {MaxPage}.");
        var lexicon = live.Lexicon;
        var found = ConceptSearch.Find(lexicon, q, kind).ToList();
        var start = cursor is null ? 0 : found.FindIndex(c => c.Id == cursor) + 1;
        if (cursor is not null && start == 0) return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid cursor", "Give the 'next' of the previous page, unchanged.");
        var page = found.Skip(start).Take(limit ?? DefaultPage).ToList();
        var users = await store.IdsAsync(cancellationToken);
        return Results.Ok(new
        {
            Items = page.Select(c => ConceptView.Of(lexicon, c, store.OriginOf(c.Id, users))),
            Total = found.Count,
            Next = start + page.Count < found.Count ? page[^1].Id : null,
            LexiconVersion = lexicon.Version,
        });
    }

    private static async Task<IResult> FindAsync(string id, LiveTopics live, UserConceptStore store, CancellationToken cancellationToken)
    {
        var lexicon = live.Lexicon;
        return lexicon.TryGet(id, out var concept)
            ? Results.Ok(ConceptView.Of(lexicon, concept, store.OriginOf(id, await store.IdsAsync(cancellationToken))))
            : Problems.NotFound("concept", id);
    }

    private static Task<IResult> PutAsync(string id, UserConcept body, LiveTopics live, UserConceptStore store, bool? dryRun, bool? force, CancellationToken cancellationToken) =>
        SaveAsync(body with { Id = id }, null, live, store, dryRun, force, cancellationToken);

    private static async Task<IResult> ImportAsync(string id, HttpRequest request, LiveTopics live, UserConceptStore store, string? label, bool? dryRun, bool? force, CancellationToken cancellationToken)
    {
        var import = ListCsv.Read(await RequestBytes.ReadTextAsync(request, MaxCsvBytes, cancellationToken), id, label, live.Lexicon.Languages);
        return await SaveAsync(import.Concept, import, live, store, dryRun, force, cancellationToken);
    }

    private static async Task<IResult> SaveAsync(UserConcept concept, ListImport? import, LiveTopics live, UserConceptStore store, bool? dryRun, bool? force, CancellationToken cancellationToken)
    {
        var errors = UserConceptValidation.Validate(concept, live.Lexicon);
        if (errors.Count > 0) return Problems.Unprocessable(errors);
        var (change, effect) = await store.PutAsync(concept, dryRun == true, force == true, cancellationToken);
        return Answer(concept.Id, change, effect, import, live);
    }

    private static async Task<IResult> DeleteAsync(string id, LiveTopics live, UserConceptStore store, bool? dryRun, bool? force, CancellationToken cancellationToken)
    {
        var (change, effect) = await store.DeleteAsync(id, dryRun == true, force == true, cancellationToken);
        return Answer(id, change, effect, null, live);
    }

    private static IResult Answer(string id, ConceptChange change, LexiconEffect? effect, ListImport? import, LiveTopics live) => change switch
    {
        ConceptChange.Absent => Problems.NotFound("concept of a user", id),
        ConceptChange.Blocked => Results.Problem(
            $"{string.Join("; ", effect!.Broken)}. Nothing was saved. Change the concept, change the topics' tests, or repeat with force=true.",
            statusCode: StatusCodes.Status409Conflict,
            title: "Topics would break",
            extensions: new Dictionary<string, object?> { ["effect"] = effect }),
        _ => Results.Ok(new { Id = id, Saved = change == ConceptChange.Done, Effect = effect, import?.Rows, import?.Duplicates, import?.Errors, LexiconVersion = live.Lexicon.Version }),
    };
}
