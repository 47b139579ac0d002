using System.Net;
using System.Net.Http.Json;

namespace NewsMonitor.EndToEndTests.Compose;

/// <summary>Whatever dies under load comes back by itself, and nothing that was accepted is lost.</summary>
[Collection(ComposeStack.Collection)]
public sealed class CrashTests(ComposeStack stack, ITestOutputHelper log)
{
    [Theory]
    [InlineData("topic-tagging")]
    [InlineData("rabbitmq")]
    [InlineData("postgres")]
    public async Task Container_killed_under_load_loses_nothing(string service)
    {
        await stack.StartedAsync();
        var load = new Load(stack, $"killed-{service}");
        await load.SubmitAsync(0, 40);
        var submitting = load.SubmitAsync(40, 160);
        foreach (var container in await stack.ContainersAsync(service))
            await stack.CrashAsync(container);
        await submitting;
        log.WriteLine($"{load.Repeated} batches sent again, slowest answer {load.Slowest.TotalSeconds:0.0} s");
        await stack.HealthyAsync();
        await load.IsThereOnceAsync();
    }

    [Fact]
    public async Task While_the_broker_is_away_the_api_says_so_within_5_seconds_and_then_recovers()
    {
        await stack.StartedAsync();
        var load = new Load(stack, "away");
        await load.SubmitAsync(0, 10);
        var broker = (await stack.ContainersAsync("rabbitmq"))[0];
        await stack.DockerAsync("pause", broker);
        try
        {
            for (var number = 0; number < 3; number++)
            {
                var start = TimeProvider.System.GetTimestamp();
                using var response = await stack.Http.PostAsJsonAsync(
                    "/api/articles", new { url = $"https://away.example/refused-{number}", title = "Il Comune apre la biblioteca", text = $"La sala {number}.", source = "away.example" }, TestContext.Current.CancellationToken);
                var took = TimeProvider.System.GetElapsedTime(start);
                log.WriteLine($"{(int)response.StatusCode} after {took.TotalSeconds:0.0} s");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                // Half a second for a busy machine.
                Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5.5));
            }
        }
        finally
        {
            await stack.DockerAsync("unpause", broker);
        }
        await load.SubmitAsync(10, 10);
        await stack.EventuallyAsync(
            async () => await stack.QueryAsync("SELECT COUNT(*) FROM ingest.article_version WHERE source = 'away.example' AND tagged_at IS NULL") == "0",
            () => Task.FromResult("what was stored while the broker was away is not tagged"));
        await stack.HealthyAsync();
    }

    [Fact]
    public async Task Broker_cut_off_from_its_network_for_60_seconds_under_load_loses_nothing()
    {
        await stack.StartedAsync();
        var load = new Load(stack, "cut-off");
        await load.SubmitAsync(0, 20);
        var broker = (await stack.ContainersAsync("rabbitmq"))[0];
        await stack.DockerAsync("network", "disconnect", $"{stack.Project}_broker", broker);
        var submitting = load.SubmitAsync(20, 100);
        await Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
        await stack.DockerAsync("network", "connect", "--alias", "rabbitmq", $"{stack.Project}_broker", broker);
        await submitting;
        log.WriteLine($"{load.Repeated} batches sent again, slowest answer {load.Slowest.TotalSeconds:0.0} s");
        Assert.NotEqual(0, load.Repeated);
        Assert.InRange(load.Slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5.5));
        await stack.HealthyAsync();
        await load.IsThereOnceAsync();
    }
}
