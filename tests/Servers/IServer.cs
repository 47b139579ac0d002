namespace NewsMonitor.Testing;

/// <summary>What a container and a private instance have in common. Ports and data stay the same over stop and start.</summary>
internal interface IServer : IAsyncDisposable
{
    string Host { get; }

    /// <summary>What nothing may be left of: a private instance's directory, or a container's id.</summary>
    string Identity { get; }

    Task StartAsync();

    Task StopAsync();

    /// <summary>kill -9.</summary>
    Task KillAsync();

    /// <summary>Runs a program of the server's own beside it; returns what it prints.</summary>
    Task<string> ExecuteAsync(string program, IEnumerable<string> arguments);

    /// <summary>The last words of a server that ended by itself; null while it runs.</summary>
    string? LastWords { get; }
}
