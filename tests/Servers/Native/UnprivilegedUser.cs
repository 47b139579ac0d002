using System.Diagnostics;

namespace NewsMonitor.Testing.Native;

/// <summary>Who runs the servers: the user of the tests, but never root, as which PostgreSQL refuses to run and RabbitMQ's script switches the user by itself.</summary>
internal static class UnprivilegedUser
{
    // On every system, with no rights and no files: neither the package's own user nor its directories are touched.
    private const string Name = "nobody";

    private static readonly Lazy<Task<string>> Group = new(async () => (await ProgramRun.OutputAsync(new ProcessStartInfo("id", ["-g", Name]))).Trim());

    /// <summary>How to start a program as this user.</summary>
    public static async Task<ProcessStartInfo> StartAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        string[] command = [program, .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", $"--reuid={Name}", $"--regid={await Group.Value}", "--clear-groups", "--", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" };
        // Nothing of the machine's own settings: a RABBITMQ_NODENAME or PGDATA of the developer's shell would win over ours.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Gives a directory to this user.</summary>
    public static async Task OwnAsync(string directory)
    {
        if (Environment.IsPrivilegedProcess)
            await ProgramRun.OutputAsync(new ProcessStartInfo("chown", [$"{Name}:{await Group.Value}", directory]));
    }
}
