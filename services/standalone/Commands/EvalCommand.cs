using System.CommandLine;
using System.Text.Json;
using NewsMonitor.Ingest.Cleaning;
using NewsMonitor.LanguageDetection;
using NewsMonitor.TopicTagging.Evaluation;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>eval</c>: precision and recall of the topics on labelled articles, through the same steps as in the pipeline.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var file = CommonOptions.File("Labelled articles, one JSON object a line (see tests/data/eval/README.md).");
        var topics = TopicFolder.Option();
        var declared = new Option<bool>("--declared-language") { Description = "Trust each article's declared language instead of detecting it." };
        var summary = new Option<bool>("--summary") { Description = "Only the tables, without the explanation of every mistake." };
        var command = new Command("eval", "Measure precision, recall and F1 per topic and language on labelled articles.") { file, topics, declared, summary };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var articles = Read(parsed.GetValue(file)!);
            var (definitions, matcher) = await TopicFolder.CompileAsync(parsed.GetValue(topics)!, cancellationToken);
            var detector = parsed.GetValue(declared) ? null : LanguageDetectionModule.CreateDetector();
            var result = TopicEvaluation.Run(
                [.. articles.Select(Clean)], definitions, matcher, detector is null ? null : (title, text) => detector.Detect(title, text, null));
            Console.Write(EvaluationText.Render(result, mistakes: !parsed.GetValue(summary)));
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<LabelledArticle> Read(string path)
    {
        try
        {
            return EvaluationSet.Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            throw new UsageException($"Cannot use {path}: {exception.Message}");
        }
    }

    private static LabelledArticle Clean(LabelledArticle article)
    {
        var cleaned = TextCleaning.Clean(article.Title, article.Body);
        return article with { Title = cleaned.Title, Body = cleaned.Text };
    }
}
