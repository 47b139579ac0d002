using System.Diagnostics;

namespace NewsMonitor.EndToEndTests.Processes;

/// <summary>The command line as its user sees it: output, errors, exit codes.</summary>
public sealed class CommandLineTests
{
    private static readonly string Italian = Path.Combine(AppContext.BaseDirectory, "data", "eval", "lavrov-wonsan.it.txt");

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("run", "--urls", "nonsense")]
    [InlineData("match")]
    [InlineData("submit", "a.txt", "--server", "nonsense")]
    [InlineData("submit", "a.txt", "--server", "http://localhost:1", "--data", "d")]
    public async Task Bad_arguments_print_usage_on_stderr_and_exit_with_2(params string[] arguments)
    {
        var (code, output, errors) = await MonitorProcess.ExecuteAsync(MonitorProcess.NewDirectory(), arguments);
        Assert.Equal(2, code);
        Assert.Contains("Usage:", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("match", "no-such-file.txt")]
    [InlineData("eval", "no-such-file.jsonl")]
    [InlineData("match", "-", "--topics", "no-such-folder")]
    public async Task What_cannot_be_read_is_named_and_exits_with_2(params string[] arguments)
    {
        var (code, _, errors) = await MonitorProcess.ExecuteAsync(MonitorProcess.NewDirectory(), arguments);
        Assert.Equal(2, code);
        Assert.Contains("no-such-", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_names_language_topic_and_evidence_without_a_server()
    {
        var (code, output, errors) = await MonitorProcess.ExecuteAsync(MonitorProcess.NewDirectory(), "match", Italian);
        Assert.True(code == 0, errors);
        Assert.Matches(@"Language\s+it \(", output);
        Assert.Contains("North Korea–Russia military cooperation", output, StringComparison.Ordinal);
        Assert.Contains("Pyongyang", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_works_in_process_and_against_a_server()
    {
        var folder = MonitorProcess.NewDirectory();
        var (code, output, errors) = await MonitorProcess.ExecuteAsync(folder, "submit", Italian, "--data", "d", "--url", "https://example.org/a");
        Assert.True(code == 0, errors + output);
        Assert.Contains("Raised alert", output, StringComparison.Ordinal);

        var port = MonitorProcess.FreePort();
        await using var monitor = await MonitorProcess.RunAsync(folder, port, null, "run", "--data", "d");
        var (again, known, _) = await MonitorProcess.ExecuteAsync(folder, "submit", Italian, "--server", $"http://127.0.0.1:{port}", "--url", "https://example.org/a");
        Assert.Equal(0, again);
        Assert.StartsWith("Known already", known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_without_a_server_says_what_to_do_and_exits_with_1()
    {
        var (code, _, errors) = await MonitorProcess.ExecuteAsync(MonitorProcess.NewDirectory(), "submit", Italian, "--server", $"http://127.0.0.1:{MonitorProcess.FreePort()}");
        Assert.Equal(1, code);
        Assert.Contains("No monitor answers", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_start_from_any_folder_prints_the_alert_and_the_dashboard_and_stops_on_ctrl_c()
    {
        var folder = MonitorProcess.NewDirectory();
        var port = MonitorProcess.FreePort();
        await using var monitor = await MonitorProcess.RunAsync(folder, port);
        await Eventually.TrueAsync(
            () => Task.FromResult(monitor.Output.Contains("Lavrov sullo yacht di Kim a Wonsan", StringComparison.Ordinal)), () => monitor.Output + monitor.Errors);
        Assert.Contains($"http://127.0.0.1:{port}", monitor.Output, StringComparison.Ordinal);
        Assert.Contains("country:KP", monitor.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "data", "ingest.db")), "the data is in the caller's folder");
        // A browser that is connected must not hold up the stop.
        using var stream = await monitor.Http.GetAsync("/api/alerts/stream", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var (code, took) = await monitor.SignalAsync("INT");
        Assert.Equal(0, code);
        // Part of the product: Ctrl+C stops in under 5 s.
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.True(monitor.Errors.Length == 0, monitor.Errors);
    }

    [Fact]
    public async Task Second_process_on_the_same_data_exits_with_2_and_says_why()
    {
        var folder = MonitorProcess.NewDirectory();
        await using var monitor = await MonitorProcess.RunAsync(folder, MonitorProcess.FreePort());
        var (code, _, errors) = await MonitorProcess.ExecuteAsync(folder, "run", "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, code);
        Assert.Contains($"process {monitor.Id}", errors, StringComparison.Ordinal);
        Assert.Contains("--data DIR", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_in_use_exits_with_2_and_says_what_to_do()
    {
        var port = MonitorProcess.FreePort();
        await using var monitor = await MonitorProcess.RunAsync(MonitorProcess.NewDirectory(), port);
        var (code, _, errors) = await MonitorProcess.ExecuteAsync(MonitorProcess.NewDirectory(), "run", "--urls", $"http://127.0.0.1:{port}");
        Assert.Equal(2, code);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_program_raises_the_alert_from_its_own_folder()
    {
        var folder = MonitorProcess.NewDirectory();
        using (var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "services", "standalone"), "-c", "Release", "-o", folder]) { RedirectStandardOutput = true })!)
        {
            var text = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(publish.ExitCode == 0, text);
        }
        await using var monitor = await MonitorProcess.RunAsync(folder, MonitorProcess.FreePort(), Path.Combine(folder, "newsmonitor.dll"));
        await Eventually.TrueAsync(() => Task.FromResult(monitor.Output.Contains("● ALERT", StringComparison.Ordinal)), () => monitor.Output + monitor.Errors);
        using var page = await monitor.Http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("<title>NewsMonitor</title>", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
