using System.Diagnostics;

namespace NewsMonitor.IntegrationTests.Servers;

/// <summary>What is left of a server: processes and files of a private instance, or the container.</summary>
internal static class Traces
{
    public static async Task<IReadOnlyList<string>> OfAsync(string identity) => identity.StartsWith('/')
        ? [.. Directory.Exists(identity) ? (string[])[identity] : [], .. Processes(identity)]
        : await ContainersAsync(identity);

    // By working directory, environment and command line: the server's helpers keep at least one of them.
    private static IEnumerable<string> Processes(string directory) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        let traces = $"{Link(folder)}\n{Read(folder, "environ")}\n{Read(folder, "cmdline")}"
        // The guard is among them, with the directory in its command line: it goes last.
        where traces.Contains(directory, StringComparison.Ordinal)
        select $"{Path.GetFileName(folder)}: {Read(folder, "cmdline").Replace('\0', ' ')}";

    private static string Link(string folder)
    {
        try
        {
            return new FileInfo(Path.Combine(folder, "cwd")).LinkTarget ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task<IReadOnlyList<string>> ContainersAsync(string id)
    {
        using var docker = Process.Start(new ProcessStartInfo("docker", ["ps", "-aq", "--filter", $"id={id}"]) { RedirectStandardOutput = true })!;
        var containers = await docker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await docker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, docker.ExitCode);
        return containers.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
