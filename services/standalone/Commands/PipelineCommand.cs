using System.CommandLine;
using System.Globalization;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>pipeline</c>: what an operator needs on one screen.</summary>
internal static class PipelineCommand
{
    public static Command Create()
    {
        var server = CommonOptions.Server();
        server.Description += $" Default: {CommonOptions.DefaultServer}";
        var command = new Command("pipeline", "Show each stage: its queues, dead letters, and what waits for an answer.") { server };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(server) ?? CommonOptions.DefaultServer, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Uri server, CancellationToken cancellationToken)
    {
        using var client = new MonitorClient(server);
        try
        {
            Console.Write(Render(await client.PipelineAsync(cancellationToken), TimeProvider.System.GetUtcNow()));
            return ExitCode.Done;
        }
        catch (MonitorException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }

    /// <summary>The stages as text; a number that is unknown is a dash.</summary>
    internal static string Render(IReadOnlyList<StageState> stages, DateTimeOffset now)
    {
        var text = new System.Text.StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"QUEUE",-55}{"WAITING",9}{"CONSUMERS",11}{"DEAD LETTERS",14}");
        foreach (var stage in stages)
        {
            text.AppendLine(stage.Stage);
            foreach (var queue in stage.Queues)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {queue.Queue,-53}{Number(queue.Waiting),9}{Number(queue.Consumers),11}{Number(queue.DeadLetters),14}");
            if (stage.Problem is not null)
                text.AppendLine(CultureInfo.InvariantCulture, $"  ! {stage.Problem}");
            if (stage.Backlog is { } backlog)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Describe(backlog, now)}");
        }
        return text.ToString();
    }

    private static string Describe(Backlog backlog, DateTimeOffset now)
    {
        var waiting = backlog.Oldest is { } oldest
            ? $"{backlog.Unanswered:N0} articles wait for an answer, the oldest for {Age(now - oldest)}"
            : "no article waits for an answer";
        var failed = backlog.Failed > 0 ? $"; {backlog.Failed:N0} were given up and wait for a redrive" : "";
        return waiting + (backlog.Stuck > 0 ? $"; {backlog.Stuck:N0} are stuck" : "") + failed + ".";
    }

    private static string Age(TimeSpan age) => age.TotalMinutes < 2
        ? $"{Math.Max(0, age.TotalSeconds):0} s"
        : age.TotalHours < 2 ? $"{age.TotalMinutes:0} min" : $"{age.TotalHours:0.#} h";

    private static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";
}
