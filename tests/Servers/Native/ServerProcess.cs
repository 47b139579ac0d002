using System.Diagnostics;
using System.Globalization;

namespace NewsMonitor.Testing.Native;

/// <summary>A server's process, which writes what it prints to a file of the server's directory.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly PrivateDirectory _directory;
    private readonly Process _process;
    private readonly string _ending;
    private readonly string _log;

    private ServerProcess(PrivateDirectory directory, Process process, string ending, string log) =>
        (_directory, _process, _ending, _log) = (directory, process, ending, log);

    /// <summary>What it printed last, once it has ended.</summary>
    public string? LastWords => _process.HasExited ? string.Join('\n', File.Exists(_log) ? File.ReadLines(_log).TakeLast(30) : []) : null;

    /// <param name="directory">Where the log goes; its guard ends the process.</param>
    /// <param name="ending">The signal on which the process ends at once and takes all its own processes along.</param>
    /// <param name="program">A program that stays the process that was started.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">All of its environment but PATH and LANG.</param>
    public static async Task<ServerProcess> StartAsync(PrivateDirectory directory, string ending, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var log = directory.File(Path.GetFileName(program) + ".log");
        // A file and no pipe: what a server starts in turn would hold the pipe open.
        var start = await UnprivilegedUser.StartAsync("sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", log, program, .. arguments], environment);
        var process = Process.Start(start)!;
        directory.Guard(ending, process.Id);
        return new ServerProcess(directory, process, ending, log);
    }

    public async Task SignalAsync(string signal)
    {
        if (_process.HasExited)
            return;
        await ProgramRun.OutputAsync(new ProcessStartInfo("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]));
        await EndAsync();
    }

    public async Task KillAsync()
    {
        if (_process.HasExited)
            return;
        _process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    public void Dispose() => _process.Dispose();

    private async Task EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Readiness.GiveUp, TimeProvider.System);
        _directory.Unguard(_ending, _process.Id);
    }
}
