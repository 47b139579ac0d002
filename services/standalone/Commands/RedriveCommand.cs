using System.CommandLine;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>redrive</c>: sends the dead letters of a queue back to it.</summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var queue = new Argument<string>("queue") { Description = "The queue, as 'newsmonitor pipeline' names it.", HelpName = "QUEUE" };
        var server = CommonOptions.Server();
        server.Description += $" Default: {CommonOptions.DefaultServer}";
        var limit = new Option<int?>("--limit") { Description = "The most messages. Default: all.", HelpName = "N" };
        var command = new Command("redrive", "Send the dead letters of a queue back to it, when their cause is mended.") { queue, server, limit };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(server) ?? CommonOptions.DefaultServer, parsed.GetValue(queue)!, parsed.GetValue(limit), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Uri server, string queue, int? limit, CancellationToken cancellationToken)
    {
        using var client = new MonitorClient(server);
        try
        {
            var redriven = await client.RedriveAsync(queue, limit, cancellationToken);
            Console.WriteLine(redriven == 1 ? $"1 dead letter was sent back to {queue}." : $"{redriven} dead letters were sent back to {queue}.");
            return ExitCode.Done;
        }
        catch (MonitorException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }
}
