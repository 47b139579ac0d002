namespace NewsMonitor.Testing.Native;

/// <summary>A private instance of the machine's RabbitMQ: node, cookie, port mapper, data and settings of its own, on 127.0.0.1 only.</summary>
internal sealed class NativeRabbitMq : IServer
{
    // "localhost" resolves everywhere; the machine's own name may not.
    private const string Node = "newsmonitor@localhost";

    private readonly PrivateDirectory _directory;
    private readonly Dictionary<string, string> _environment;
    private ServerProcess? _portMapper;
    private ServerProcess? _broker;

    private NativeRabbitMq(PrivateDirectory directory, int distributionPort, int portMapperPort)
    {
        _directory = directory;
        _environment = new()
        {
            // The Erlang cookie is made there by the broker and read there by rabbitmqctl.
            ["HOME"] = directory.Path,
            ["RABBITMQ_NODENAME"] = Node,
            ["RABBITMQ_MNESIA_BASE"] = directory.File("data"),
            ["RABBITMQ_LOG_BASE"] = directory.File("log"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = directory.File("generated"),
            ["RABBITMQ_CONFIG_FILE"] = directory.File("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = directory.File("enabled_plugins"),
            // Nothing of /etc/rabbitmq is read: these do not exist.
            ["RABBITMQ_CONFIG_FILES"] = directory.File("conf.d"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = directory.File("advanced.config"),
            ["RABBITMQ_CONF_ENV_FILE"] = directory.File("rabbitmq-env.conf"),
            ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["ERL_EPMD_PORT"] = portMapperPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            // The script becomes the broker then, instead of staying its parent: a kill -9 hits the broker.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };
    }

    public string Host => "127.0.0.1";

    public string Identity => _directory.Path;

    public string? LastWords => _portMapper?.LastWords ?? _broker?.LastWords;

    public static Task<RabbitMqServer> StartNewAsync() => FreePorts.WithNewPortsAsync(async () =>
    {
        var directory = await PrivateDirectory.CreateAsync("newsmonitor-rabbitmq-");
        var ports = FreePorts.Take(4);
        await File.WriteAllTextAsync(directory.File("enabled_plugins"), "[rabbitmq_management].");
        await File.WriteAllTextAsync(
            directory.File("rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{ports[0]}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ports[1]}
            default_user = {RabbitMqServer.UserName}
            default_pass = {RabbitMqServer.Password}
            # An alarm stops publishers: a nearly full disk or a small machine must not make tests hang.
            disk_free_limit.absolute = 50MB
            vm_memory_high_watermark.absolute = 1GB
            log.console = true
            log.file = false

            """);
        return await RabbitMqServer.StartAsync(new NativeRabbitMq(directory, ports[2], ports[3]), ports[0], ports[1]);
    });

    public async Task StartAsync()
    {
        // Started here, or the broker would start one that stays behind as a daemon.
        _portMapper ??= await ServerProcess.StartAsync(_directory, "KILL", Installation.Program("epmd", "rabbitmq-server"), ["-address", "127.0.0.1"], _environment);
        _broker?.Dispose();
        _broker = await ServerProcess.StartAsync(_directory, "KILL", Installation.RabbitMq("rabbitmq-server"), [], _environment);
    }

    public Task StopAsync() => _broker!.SignalAsync("TERM");

    public Task KillAsync() => _broker!.KillAsync();

    public async Task<string> ExecuteAsync(string program, IEnumerable<string> arguments) =>
        await ProgramRun.OutputAsync(await UnprivilegedUser.StartAsync(Installation.RabbitMq(program), arguments, _environment));

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        _broker?.Dispose();
        _portMapper?.Dispose();
    }
}
