using System.CommandLine;
using System.Globalization;
using NewsMonitor.Contracts;
using NewsMonitor.Standalone.Hosting;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>submit</c>: sends an article through the pipeline and shows what became of it.</summary>
internal static class SubmitCommand
{
    // The pipeline takes well under a second; a monitor that is starting loads its language models first.
    private static readonly TimeSpan ResultTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var file = CommonOptions.File("Text with the headline on its first line, JSON as POST /api/articles takes it, or HTML; '-' reads standard input.");
        var server = CommonOptions.Server();
        server.Description += $" Default: {CommonOptions.DefaultServer}";
        var data = new Option<string?>("--data") { Description = "Work in this process on this data directory instead of a server.", HelpName = "DIR" };
        var url = new Option<string?>("--url") { Description = "The article's address.", HelpName = "URL" };
        var source = new Option<string?>("--source") { Description = "The outlet.", HelpName = "NAME" };
        var command = new Command("submit", "Submit an article and show what becomes of it.") { file, server, data, url, source };
        command.Validators.Add(result =>
        {
            if (result.GetResult(server) is { Implicit: false } && result.GetResult(data) is { Implicit: false })
                result.AddError("Give either --server or --data, not both.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var article = await ArticleFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
            article = article with { Url = parsed.GetValue(url) ?? article.Url, Source = parsed.GetValue(source) ?? article.Source };
            return parsed.GetValue(data) is { } directory
                ? await SubmitInProcessAsync(directory, article, cancellationToken)
                : await SubmitAsync(parsed.GetValue(server) ?? CommonOptions.DefaultServer, article, cancellationToken);
        });
        return command;
    }

    private static async Task<int> SubmitInProcessAsync(string data, ArticleSubmitted article, CancellationToken cancellationToken)
    {
        using var directory = CommonOptions.Open(data);
        await using var app = StandaloneHost.Build(directory, "http://127.0.0.1:0", new Dictionary<string, string?> { ["Seeds:Articles"] = "false" });
        await app.StartAsync(cancellationToken);
        var code = await SubmitAsync(new Uri(DashboardAddress.Of(app)), article, cancellationToken);
        await app.StopAsync(cancellationToken);
        return code;
    }

    private static async Task<int> SubmitAsync(Uri server, ArticleSubmitted article, CancellationToken cancellationToken)
    {
        using var client = new MonitorClient(server);
        try
        {
            var result = await client.SubmitAsync(article, cancellationToken);
            Console.WriteLine($"{(result.Duplicate ? "Known already" : "Accepted")}: article {result.Id}, version {result.Version}");
            var trace = await WaitForResultAsync(client, result.Id!.Value, cancellationToken);
            foreach (var step in trace.Steps)
                Console.WriteLine($"  {step.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}  {step.Stage,-18}  {step.What}");
            if (trace.Waiting)
                Console.WriteLine($"Not finished yet; see {new Uri(server, $"/articles/{result.Id}")}");
            return ExitCode.Done;
        }
        catch (MonitorException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<ArticleTraceView> WaitForResultAsync(MonitorClient client, Guid id, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        while (true)
        {
            var trace = await client.TraceAsync(id, cancellationToken);
            if (!trace.Waiting || time.GetElapsedTime(start) > ResultTimeout)
                return trace;
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }
}
