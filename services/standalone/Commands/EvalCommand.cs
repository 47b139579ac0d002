using System.CommandLine;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>eval</c>: precision and recall of the topics on labelled articles.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var file = CommonOptions.File("Labelled articles, one JSON object a line (see tests/data/eval/README.md).");
        var topics = TopicFolder.Option();
        var command = new Command("eval", "Measure precision, recall and F1 per topic and language on labelled articles.") { file, topics };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(ExitCode.Done));
        return command;
    }
}
