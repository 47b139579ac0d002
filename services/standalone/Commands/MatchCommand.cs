using System.CommandLine;
using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.LanguageDetection;
using NewsMonitor.Standalone.Pipeline;
using NewsMonitor.TopicTagging.Matching;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>match</c>: language, topics and explanation of an article, without storing anything.</summary>
internal static class MatchCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSettings.Web) { WriteIndented = true };

    public static Command Create()
    {
        var file = CommonOptions.File("Text with the headline on its first line, JSON as POST /api/articles takes it, or HTML; '-' reads standard input.");
        var server = CommonOptions.Server();
        server.Description += " Default: in this process.";
        var topics = TopicFolder.Option();
        var topic = new Option<string?>("--topic") { Description = "Explain this topic only, whether it matches or not.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("match", "Show an article's language and topics, and why; nothing is stored.") { file, server, topics, topic, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var article = await ArticleFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
            try
            {
                var result = parsed.GetValue(server) is { } monitor
                    ? await AskAsync(monitor, article, cancellationToken)
                    : await MatchAsync(parsed.GetValue(topics)!, article, cancellationToken);
                return Print(result, parsed.GetValue(topic), parsed.GetValue(json));
            }
            catch (MonitorException exception)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static async Task<ArticleMatchResult> AskAsync(Uri server, ArticleSubmitted article, CancellationToken cancellationToken)
    {
        using var client = new MonitorClient(server);
        return await client.MatchAsync(article, cancellationToken);
    }

    private static async Task<ArticleMatchResult> MatchAsync(string topics, ArticleSubmitted article, CancellationToken cancellationToken)
    {
        var (_, matcher) = await TopicFolder.CompileAsync(topics, cancellationToken);
        var prepared = SubmissionCheck.Prepare(article, TimeProvider.System.GetUtcNow(), out var errors)
            ?? throw new UsageException($"The article cannot be used. {string.Join(' ', errors.Sentences)}");
        return new ArticleMatch(LanguageDetectionModule.CreateDetector()).Match(matcher, prepared);
    }

    private static int Print(ArticleMatchResult result, string? topic, bool json)
    {
        var explained = result.Explanation.Where(explanation => topic is null ? explanation.Matched : explanation.TopicId == topic).ToList();
        if (topic is not null && explained.Count == 0)
            throw new UsageException($"There is no topic '{topic}'. Topics: {string.Join(", ", result.Explanation.Select(explanation => explanation.TopicId))}.");
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result with { Explanation = explained }, Indented));
            return ExitCode.Done;
        }
        Console.WriteLine($"Language  {result.Language.Tag} ({result.Language.Confidence:0.00})");
        if (explained.Count == 0)
            Console.WriteLine($"Topics    none of {result.Explanation.Count} match. Ask why with --topic ID: {string.Join(", ", result.Explanation.Select(explanation => explanation.TopicId))}");
        foreach (var explanation in explained)
        {
            Console.WriteLine();
            Console.Write(ExplanationText.Render(explanation));
        }
        return ExitCode.Done;
    }
}
