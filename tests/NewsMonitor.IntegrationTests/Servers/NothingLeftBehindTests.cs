using System.Diagnostics;

namespace NewsMonitor.IntegrationTests.Servers;

public sealed class NothingLeftBehindTests
{
    // Set in the process that is killed: there the test only starts the servers, names them in this file and waits.
    private const string Victim = "NEWSMONITOR_TEST_VICTIM";

    [Fact]
    public async Task Disposed_servers_leave_no_process_file_or_container()
    {
        string[] identities;
        await using (var broker = await TestServers.NewRabbitMqAsync())
        await using (var postgres = await TestServers.NewPostgresAsync())
        {
            identities = [broker.Identity, postgres.Identity];
            foreach (var identity in identities)
                Assert.NotEmpty(await Traces.OfAsync(identity));
        }

        foreach (var identity in identities)
            Assert.Empty(await Traces.OfAsync(identity));
    }

    [Fact]
    public async Task Servers_end_when_the_test_process_is_killed()
    {
        if (Environment.GetEnvironmentVariable(Victim) is { } report)
        {
            await WaitToBeKilledAsync(report);
            return;
        }

        report = Path.GetTempFileName();
        using var victim = StartVictim(report);
        try
        {
            string[] identities = [];
            while (identities.Length < 2)
            {
                // It ends when a server does not start: no other limit is needed.
                Assert.False(victim.HasExited, "The process that starts the servers ended by itself.");
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
                identities = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
            }
            foreach (var identity in identities)
                Assert.NotEmpty(await Traces.OfAsync(identity));

            // Only this process: what it started has to notice by itself.
            victim.Kill(entireProcessTree: false);

            foreach (var identity in identities)
                await Eventually.TrueAsync(async () => (await Traces.OfAsync(identity)).Count == 0, () => $"left of {identity}: {string.Join('\n', Traces.OfAsync(identity).GetAwaiter().GetResult())}");
        }
        finally
        {
            victim.Kill(entireProcessTree: true);
            File.Delete(report);
        }
    }

    private static Process StartVictim(string report)
    {
        string[] arguments =
        [
            typeof(NothingLeftBehindTests).Assembly.Location,
            "--filter-method", $"{typeof(NothingLeftBehindTests).FullName}.{nameof(Servers_end_when_the_test_process_is_killed)}",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment[Victim] = report;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task WaitToBeKilledAsync(string report)
    {
        await using var broker = await TestServers.NewRabbitMqAsync();
        await using var postgres = await TestServers.NewPostgresAsync();
        // Renamed into place: the reader never sees half of it.
        await File.WriteAllLinesAsync(report + ".part", [broker.Identity, postgres.Identity], TestContext.Current.CancellationToken);
        File.Move(report + ".part", report, overwrite: true);
        await Task.Delay(TimeSpan.FromMinutes(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
