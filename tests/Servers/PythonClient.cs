using System.Diagnostics;

namespace NewsMonitor.Testing;

/// <summary>A client of the broker that is not .NET: Python with pika.</summary>
public static class PythonClient
{
    // The package python3-pika serves the system's Python, which need not be the first in PATH.
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3"];

    private static readonly Lazy<Task<string>> Interpreter = new(FindAsync);

    /// <summary>Runs a script; returns what it prints. It finds its arguments in <c>sys.argv[1:]</c>.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments) =>
        await ProgramRun.OutputAsync(new ProcessStartInfo(await Interpreter.Value, ["-c", script, .. arguments]));

    private static async Task<string> FindAsync()
    {
        foreach (var interpreter in Interpreters)
        {
            if (await ProgramRun.SucceedsAsync(new ProcessStartInfo(interpreter, ["-c", "import pika"]), Readiness.GiveUp))
                return interpreter;
        }
        throw new InvalidOperationException("Python's pika is missing: run ./test.sh, which installs what the tests need, or install the package python3-pika.");
    }
}
