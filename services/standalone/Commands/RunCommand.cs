using System.CommandLine;
using NewsMonitor.Standalone.Hosting;

namespace NewsMonitor.Standalone.Commands;

/// <summary><c>run</c>: the whole monitor in this process.</summary>
internal static class RunCommand
{
    private const string DefaultUrl = "http://localhost:8080";

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var urls = new Option<string>("--urls")
        {
            Description = "Address to listen on; several divided by ';'. Port 0 takes a free port.",
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultUrl,
        };
        urls.Validators.Add(result =>
        {
            foreach (var url in (result.GetValueOrDefault<string>() ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                // Kestrel also takes http://*:8080 and http://+:8080.
                if (!Uri.TryCreate(url.Replace("://*", "://any").Replace("://+", "://any"), UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
                    result.AddError($"'{url}' is not an address such as {DefaultUrl}.");
            }
        });
        var command = new Command("run", "Run the monitor until Ctrl+C (this is the default).") { data, urls };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(urls)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string data, string urls, CancellationToken cancellationToken)
    {
        using var directory = CommonOptions.Open(data);
        await using var app = StandaloneHost.Build(directory, urls);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UsageException($"{exception.Message} Stop the program that uses it, or choose another address with --urls.");
        }
        Banner.Write(app, directory);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
