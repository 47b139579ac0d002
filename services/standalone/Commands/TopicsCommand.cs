using System.CommandLine;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>topics export</c>, <c>topics import</c> and <c>topics preview</c>: a running monitor's topics as files.</summary>
internal static class TopicsCommand
{
    // A preview reads for a minute at most; the rest is the network's.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Command Create() => new("topics", "Export, import and try the topics of a running monitor.") { Export(), Import(), Preview() };

    private static Command Export()
    {
        var server = Server();
        var file = new Option<string?>("--out") { Description = "The file to write. Default: the console.", HelpName = "FILE" };
        var command = new Command("export", "Write all topics as one YAML file.") { server, file };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(server), async client =>
        {
            var yaml = await client.ExportAsync(cancellationToken);
            if (parsed.GetValue(file) is { } path) await WriteAsync(path, yaml, cancellationToken);
            else Console.Write(yaml);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Import()
    {
        var (server, file) = (Server(), CommonOptions.File("Topics in YAML, divided by ---."));
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what it would do." };
        var force = new Option<bool>("--force") { Description = "Save in spite of failing tests." };
        var command = new Command("import", "Add and change topics from a YAML file, all or none.") { file, server, dryRun, force };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(server), async client =>
        {
            var result = await client.ImportAsync(await ReadAsync(parsed.GetValue(file)!, cancellationToken), parsed.GetValue(dryRun), parsed.GetValue(force), cancellationToken);
            Console.Write(TopicsText.Render(result));
            return result.Refused == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    private static Command Preview()
    {
        var server = Server();
        var topic = new Argument<string>("topic") { Description = "A topic in a YAML file, or the id of a saved one.", HelpName = "FILE|ID" };
        var days = new Option<int>("--days") { Description = "How far back, 1 to 180.", HelpName = "N", DefaultValueFactory = _ => 7 };
        var samples = new Option<int>("--samples") { Description = "How many articles to show of each kind, 0 to 50.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var command = new Command("preview", "Try a topic on the archive of a running monitor; nothing is saved.") { topic, server, days, samples };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(server), async client =>
        {
            var name = parsed.GetValue(topic)!;
            var isFile = File.Exists(name) || !TopicValidation.IsId(name);
            var report = await client.PreviewAsync(isFile ? await ReadAsync(name, cancellationToken) : name, isFile, parsed.GetValue(days), parsed.GetValue(samples), cancellationToken);
            Console.Write(TopicsText.Render(report));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Option<Uri?> Server()
    {
        var server = CommonOptions.Server();
        server.Description += $" Default: {CommonOptions.DefaultServer}";
        return server;
    }

    private static async Task<int> RunAsync(Uri? server, Func<MonitorClient, Task<int>> work)
    {
        using var client = new MonitorClient(server ?? CommonOptions.DefaultServer, Patience);
        try
        {
            return await work(client);
        }
        catch (MonitorException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot read {path}: {exception.Message}");
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot write {path}: {exception.Message}");
        }
    }
}
