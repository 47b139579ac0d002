using System.CommandLine;

namespace NewsMonitor.Standalone.Commands;

/// <summary>The command line: <c>run</c> (default), <c>submit</c>, <c>match</c>, <c>eval</c>, <c>pipeline</c>, <c>redrive</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns the exit code: 0 done, 1 failed, 2 wrong usage or unusable surroundings.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var run = RunCommand.Create();
        var root = new RootCommand("NewsMonitor: define a topic once, get one alert a story, in whatever language it is written.")
        {
            run,
            SubmitCommand.Create(),
            MatchCommand.Create(),
            EvalCommand.Create(),
            PipelineCommand.Create(),
            RedriveCommand.Create(),
        };
        // Without a verb the monitor runs, with the same options.
        foreach (var option in run.Options)
            root.Options.Add(option);
        root.Action = run.Action;

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Usage(parsed);
        try
        {
            // Ctrl+C is answered by the host (run) or the cancellation token; the library must not cut a stop short.
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
    }

    private static int Usage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine();
        var help = new System.CommandLine.Help.HelpAction();
        parsed.InvocationConfiguration.Output = Console.Error;
        help.Invoke(parsed);
        return ExitCode.Usage;
    }
}
