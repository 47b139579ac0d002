using System.Globalization;

namespace NewsMonitor.Testing.Native;

/// <summary>Finds the servers' programs on the machine.</summary>
internal static class Installation
{
    /// <summary>A program of RabbitMQ itself: the package's own in PATH switches to a user of its own.</summary>
    public static string RabbitMq(string program) => Find(program, ["/usr/lib/rabbitmq/bin"], "rabbitmq-server");

    /// <summary>A program of the newest PostgreSQL; Debian keeps them out of PATH.</summary>
    public static string Postgres(string program) => Find(program, PostgresFolders(), "postgresql");

    /// <summary>A program that some package brings along.</summary>
    public static string Program(string program, string package) => Find(program, [], package);

    private static IEnumerable<string> PostgresFolders()
    {
        const string versions = "/usr/lib/postgresql";
        return !Directory.Exists(versions)
            ? []
            : Directory.GetDirectories(versions)
                .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"));
    }

    private static string Find(string program, IEnumerable<string> folders, string package) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{program} is missing: run ./test.sh, which installs what the tests need, or install the package {package}.");
}
