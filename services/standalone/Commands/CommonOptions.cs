using System.CommandLine;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Standalone.Commands;

/// <summary>Options and arguments that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Where a monitor is looked for when no other address is given.</summary>
    public static readonly Uri DefaultServer = new("http://localhost:8080");

    /// <summary>Where the data lives.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "Directory for the data; created when missing.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
    };

    /// <summary>A running monitor.</summary>
    public static Option<Uri?> Server() => new("--server")
    {
        Description = "Address of a running monitor, for example http://localhost:8080.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var server) && server.Scheme is "http" or "https")
                return server;
            result.AddError($"'{result.Tokens[0].Value}' is not an address such as http://localhost:8080.");
            return null;
        },
    };

    /// <summary>An article.</summary>
    public static Argument<string> File(string description) => new("file") { Description = description, HelpName = "FILE" };

    /// <summary>Locks a data directory.</summary>
    /// <exception cref="UsageException">It is in use, or cannot be written.</exception>
    public static DataDirectory Open(string path)
    {
        try
        {
            return DataDirectory.Open(path);
        }
        catch (Exception exception) when (exception is DataDirectoryInUseException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }
}
