using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsMonitor.EndToEndTests.Compose;

[Collection(ComposeStack.Collection)]
public sealed partial class HardeningTests(ComposeStack stack, ITestOutputHelper log)
{
    private static readonly string[] Services = ["ingest", "language-detection", "topic-tagging", "alerting", "dashboard"];
    private static readonly string[] Servers = ["rabbitmq", "postgres"];

    // In megabytes, over the base image.
    private const long MostOfAnImage = 150;

    [Fact]
    public async Task No_process_runs_as_root_and_no_root_file_system_can_be_written()
    {
        await stack.StartedAsync();
        foreach (var service in (string[])[.. Services, .. Servers])
        {
            var container = (await stack.ContainersAsync(service))[0];
            var user = (await stack.DockerAsync("exec", container, "bash", "-c", "grep ^Uid: /proc/1/status")).Split('\t')[1];
            log.WriteLine($"{service} runs as {user}");
            Assert.NotEqual("0", user);
            Assert.Equal("true [ALL]", (await stack.DockerAsync("inspect", "--format", "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}", container)).Trim());
            Assert.Contains("no-new-privileges", await stack.DockerAsync("inspect", "--format", "{{.HostConfig.SecurityOpt}}", container), StringComparison.Ordinal);
            var (exitCode, output) = await stack.TryAsync("docker", "exec", "--user", "0", container, "bash", "-c", "touch /root-was-written");
            Assert.True(exitCode != 0, output);
            Assert.Contains("Read-only file system", output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task No_secret_stands_in_the_configuration_the_environment_or_the_image()
    {
        await stack.StartedAsync();
        var seen = await stack.ComposeAsync("config");
        foreach (var service in (string[])[.. Services, .. Servers])
        {
            var container = (await stack.ContainersAsync(service))[0];
            seen += await stack.DockerAsync("inspect", container);
        }
        var secrets = Directory.EnumerateFiles(Path.Combine(stack.Checkout, "deploy", "secrets")).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.True(secrets.Count >= 9);
        foreach (var file in secrets)
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            foreach (var line in (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Where(line => !line.StartsWith("-----", StringComparison.Ordinal)))
                Assert.DoesNotContain(line, seen, StringComparison.Ordinal);
        }
        // Nor is one written down anywhere else: a word like "password" stands before a path only.
        Assert.All(PasswordSetting().Matches(seen).Select(match => match.Groups[1].Value), value => Assert.StartsWith("/run/", value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_without_init_fails_and_names_it()
    {
        await DockerRequired.CheckAsync();
        var folder = Directory.CreateTempSubdirectory("newsmonitor-compose-").FullName;
        try
        {
            File.Copy(Path.Combine(Repository.Root, "docker-compose.yml"), Path.Combine(folder, "docker-compose.yml"));
            var (exitCode, output) = await Command.RunAsync(folder, null, TimeSpan.FromMinutes(1), "docker", "compose", "up", "-d");
            Assert.NotEqual(0, exitCode);
            Assert.Contains("run deploy/init first", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Init_changes_nothing_the_second_time()
    {
        await stack.StartedAsync();
        var before = await FingerprintAsync();
        await stack.ScriptAsync("deploy/init");
        Assert.Equal(before, await FingerprintAsync());
    }

    [Fact]
    public async Task Only_the_dashboard_has_a_port_and_it_leads_to_no_operations_page()
    {
        await stack.StartedAsync();
        foreach (var service in (string[])[.. Services, "postgres"])
        {
            var ports = (await stack.DockerAsync("inspect", "--format", "{{json .HostConfig.PortBindings}}", (await stack.ContainersAsync(service))[0])).Trim();
            if (service == "dashboard")
                Assert.Contains("127.0.0.1", ports, StringComparison.Ordinal);
            else
                Assert.Contains(ports, (string[])["{}", "null"]);
        }
        foreach (var path in (string[])["/internal/pipeline", "/metrics", "/api/../metrics", "/api/topics/../../metrics", "/api/alerts/%2e%2e/%2e%2e/internal/pipeline"])
        {
            using var response = await stack.Http.GetAsync(path, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.False(response.IsSuccessStatusCode, $"{path} {response.StatusCode}: {body[..Math.Min(200, body.Length)]}");
        }
    }

    [Fact]
    public async Task Idle_stack_stays_below_2_500_megabytes_and_each_image_below_150_over_its_base()
    {
        await stack.StartedAsync();
        var total = 0.0;
        foreach (var service in (string[])[.. Services, .. Servers])
        {
            var used = (await stack.DockerAsync("stats", "--no-stream", "--format", "{{.MemUsage}}", (await stack.ContainersAsync(service))[0])).Split('/')[0].Trim();
            log.WriteLine($"{service} {used}");
            total += Megabytes(used);
        }
        log.WriteLine($"together {total:0} MB");
        Assert.InRange(total, 1, 2500);

        var baseSize = await SizeAsync("mcr.microsoft.com/dotnet/aspnet:10.0");
        foreach (var service in Services)
        {
            var over = (await SizeAsync($"newsmonitor/{service}:test") - baseSize) / 1_000_000;
            log.WriteLine($"newsmonitor/{service} is {over} MB over its base");
            Assert.InRange(over, 0, MostOfAnImage);
        }
    }

    private async Task<string> FingerprintAsync() => (await stack.TryAsync("bash", "-c", "find deploy/secrets .env -type f | sort | xargs sha256sum")).Output;

    private async Task<long> SizeAsync(string image) => long.Parse(await stack.DockerAsync("image", "inspect", "--format", "{{.Size}}", image), CultureInfo.InvariantCulture);

    private static double Megabytes(string used)
    {
        var number = double.Parse(Number().Match(used).Value, CultureInfo.InvariantCulture);
        return used.EndsWith("GiB", StringComparison.Ordinal) ? number * 1073.7 : used.EndsWith("MiB", StringComparison.Ordinal) ? number * 1.0486 : number / 1000;
    }

    [GeneratedRegex(@"[\d.]+")]
    private static partial Regex Number();

    [GeneratedRegex("""(?i)password(?:File|_FILE)?["']?\s*[:=]\s*["']?([^\s"',]+)""")]
    private static partial Regex PasswordSetting();
}
