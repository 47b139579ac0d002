using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics.Files;

/// <summary><c>GET /api/topics/export</c> and <c>POST /api/topics/import</c>: topics as the YAML files that people edit, keep and exchange.</summary>
internal static class FileEndpoints
{
    private const int MaxBytes = 4 * 1024 * 1024;

    public static void MapFiles(this IEndpointRouteBuilder topics)
    {
        topics.MapGet("export", ExportAsync).WithName("ExportTopics").WithSummary("All topics as one YAML file, divided by ---.");
        topics.MapPost("import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBytes)).WithName("ImportTopics")
            .WithSummary("Adds and changes topics from YAML, all or none; dryRun only says what it would do, force saves in spite of failing tests.");
    }

    private static async Task<IResult> ExportAsync(TopicStore store, CancellationToken cancellationToken) =>
        Results.Text(TopicYaml.WriteAll(await store.DefinitionsAsync(cancellationToken)), TopicMedia.Yaml, Encoding.UTF8);

    private static async Task<IResult> ImportAsync(HttpRequest request, TopicImport import, bool? dryRun, bool? force, CancellationToken cancellationToken)
    {
        if (!TopicMedia.IsYaml(request.ContentType) && !TopicMedia.IsPlain(request.ContentType))
            return Problems.Problem(StatusCodes.Status415UnsupportedMediaType, "Unsupported content type", $"Send topics as {TopicMedia.Yaml}, divided by ---.");
        try
        {
            var result = await import.RunAsync(await RequestBytes.ReadTextAsync(request, MaxBytes, cancellationToken), dryRun == true, force == true, cancellationToken);
            return result.Refused == 0 || dryRun == true ? Results.Ok(result) : Refuse(result);
        }
        catch (TopicFormatException exception)
        {
            return Problems.Problem(StatusCodes.Status400BadRequest, "Not a file of topics", $"{exception.Message}. Nothing was saved.");
        }
    }

    private static IResult Refuse(ImportResult result) => Results.Problem(
        $"{result.Refused} of {result.Items.Count} topics are refused, so nothing was saved.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "Topics have errors",
        extensions: new Dictionary<string, object?>
        {
            ["items"] = result.Items,
            ["forceable"] = result.Items.Where(item => item.Outcome == ImportOutcome.Refused).All(item => item.Forceable == true),
        });
}
