using DotNet.Testcontainers.Containers;

namespace NewsMonitor.Testing.Docker;

/// <summary>A server in a container with fixed ports, so that its address survives stop and start. Testcontainers' reaper removes it if the test process is killed.</summary>
internal sealed class ContainerServer(IContainer container) : IServer
{
    public string Host => container.Hostname;

    public string Identity => container.Id;

    // Testcontainers itself reports a container that does not start.
    public string? LastWords => null;

    public Task StartAsync() => container.StartAsync();

    public Task StopAsync() => container.StopAsync();

    public Task KillAsync() => DockerEngine.KillAsync(container.Id);

    public async Task<string> ExecuteAsync(string program, IEnumerable<string> arguments)
    {
        var result = await container.ExecAsync([program, .. arguments]);
        return result.ExitCode == 0
            ? result.Stdout
            : throw new InvalidOperationException($"{program} ended with {result.ExitCode}: {result.Stderr}{result.Stdout}");
    }

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
