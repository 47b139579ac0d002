using System.ComponentModel;
using System.Diagnostics;

namespace NewsMonitor.Testing;

/// <summary>Runs a program to its end.</summary>
internal static class ProgramRun
{
    public static async Task<string> OutputAsync(ProcessStartInfo start)
    {
        var (exitCode, output, errors) = await ExecuteAsync(start, Readiness.GiveUp);
        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {exitCode}: {errors}{output}");
    }

    /// <summary>Whether it ended well and in time; a program that is not there did not.</summary>
    public static async Task<bool> SucceedsAsync(ProcessStartInfo start, TimeSpan within)
    {
        try
        {
            return (await ExecuteAsync(start, within)).ExitCode == 0;
        }
        catch (Exception refusal) when (refusal is Win32Exception or TimeoutException)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ExecuteAsync(ProcessStartInfo start, TimeSpan within)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(within, TimeProvider.System);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
