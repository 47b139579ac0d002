using System.Diagnostics;
using System.Globalization;

namespace NewsMonitor.Testing.Native;

/// <summary>A server's temporary directory and the guard that removes it, after every process of the server, when the test process ends in whatever way.</summary>
internal sealed class PrivateDirectory : IAsyncDisposable
{
    private static readonly string GuardScript = ReadGuardScript();

    private readonly Process _guard;

    private PrivateDirectory(string path)
    {
        Path = path;
        // A session of its own: Ctrl+C and a kill of the test's process group do not reach it.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", GuardScript, "guard", path]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        _guard = Process.Start(start)!;
        _guard.StandardInput.AutoFlush = true;
    }

    public string Path { get; }

    public static async Task<PrivateDirectory> CreateAsync(string prefix)
    {
        var path = Directory.CreateTempSubdirectory(prefix).FullName;
        await UnprivilegedUser.OwnAsync(path);
        return new PrivateDirectory(path);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>From now on the process does not outlive the test process.</summary>
    public void Guard(string signal, int process) => Tell("add", signal, process);

    /// <summary>The process has ended; its number may belong to another one soon.</summary>
    public void Unguard(string signal, int process) => Tell("drop", signal, process);

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private void Tell(string word, string signal, int process) =>
        _guard.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{word} {signal} {process}\n"));

    private static string ReadGuardScript()
    {
        using var reader = new StreamReader(typeof(PrivateDirectory).Assembly.GetManifestResourceStream("guard.sh")!);
        return reader.ReadToEnd();
    }
}
