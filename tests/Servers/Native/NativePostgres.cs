using System.Globalization;

namespace NewsMonitor.Testing.Native;

/// <summary>A private instance of the machine's PostgreSQL, on 127.0.0.1 only.</summary>
internal sealed class NativePostgres : IServer
{
    // "Immediate": it ends without a checkpoint and takes its own processes along.
    private const string Immediate = "QUIT";
    private const string Fast = "INT";

    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly PrivateDirectory _directory;
    private readonly int _port;
    private ServerProcess? _postgres;

    private NativePostgres(PrivateDirectory directory, int port) => (_directory, _port) = (directory, port);

    public string Host => "127.0.0.1";

    public string Identity => _directory.Path;

    public string? LastWords => _postgres?.LastWords;

    private string Data => _directory.File("data");

    public static Task<PostgresServer> StartNewAsync() => FreePorts.WithNewPortsAsync(async () =>
    {
        var server = new NativePostgres(await PrivateDirectory.CreateAsync("newsmonitor-postgres-"), FreePorts.Take(1)[0]);
        await server.InitialiseAsync();
        return await PostgresServer.StartAsync(server, server._port);
    });

    public async Task StartAsync()
    {
        _postgres?.Dispose();
        string[] arguments =
        [
            "-D", Data,
            "-c", $"port={_port.ToString(CultureInfo.InvariantCulture)}",
            "-c", "listen_addresses=127.0.0.1",
            // The package's own directory for sockets is not ours to write to.
            "-c", "unix_socket_directories=",
            // In the data directory: what a killed server leaves in /dev/shm would stay.
            "-c", "dynamic_shared_memory_type=mmap",
            .. PostgresServer.Settings,
        ];
        _postgres = await ServerProcess.StartAsync(_directory, Immediate, Installation.Postgres("postgres"), arguments, NoEnvironment);
    }

    public Task StopAsync() => _postgres!.SignalAsync(Fast);

    public Task KillAsync() => _postgres!.KillAsync();

    public async Task<string> ExecuteAsync(string program, IEnumerable<string> arguments) =>
        await ProgramRun.OutputAsync(await UnprivilegedUser.StartAsync(Installation.Postgres(program), arguments, NoEnvironment));

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        _postgres?.Dispose();
    }

    private async Task InitialiseAsync()
    {
        var password = _directory.File("password");
        await File.WriteAllTextAsync(password, PostgresServer.Password);
        await ExecuteAsync("initdb", ["-D", Data, "-U", PostgresServer.UserName, $"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
    }
}
