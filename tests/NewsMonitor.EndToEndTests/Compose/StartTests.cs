using System.Net;
using System.Net.Http.Json;

namespace NewsMonitor.EndToEndTests.Compose;

[Collection(ComposeStack.Collection)]
public sealed class StartTests(ComposeStack stack, ITestOutputHelper log)
{
    [Fact]
    public async Task Clean_checkout_is_healthy_within_two_minutes_of_its_build_and_raises_the_demo_alert()
    {
        await stack.StartedAsync();
        log.WriteLine($"healthy after {stack.TimeToHealthy.TotalSeconds:0} s");
        Assert.InRange(stack.TimeToHealthy, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        await stack.EventuallyAsync(
            async () => (await stack.GetAllAsync("/api/alerts")).Any(alert => alert.GetProperty("topicId").GetString() == "north-korea-russia-military-cooperation"),
            () => Task.FromResult("the demo article has raised no alert"));
    }

    [Fact]
    public async Task Down_and_up_keep_articles_alerts_and_topics()
    {
        await stack.StartedAsync();
        var load = new Load(stack, "kept");
        await load.SubmitAsync(0, 20);
        await load.IsThereOnceAsync();
        using var saved = await stack.Http.PostAsJsonAsync("/api/topics", new { id = "kept", name = "Kept", match = "biblioteca" }, TestContext.Current.CancellationToken);
        Assert.True(saved.IsSuccessStatusCode, $"{saved.StatusCode}");
        var alerts = (await stack.GetAllAsync("/api/alerts")).Count;

        await stack.ComposeAsync("down");
        await stack.ComposeAsync("up", "-d");
        await stack.HealthyAsync();

        await load.IsThereOnceAsync();
        Assert.Equal(alerts, (await stack.GetAllAsync("/api/alerts")).Count);
        using var topic = await stack.Http.GetAsync("/api/topics/kept", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, topic.StatusCode);
    }

    [Fact]
    public async Task Services_stop_by_themselves_within_25_seconds_and_exit_with_0()
    {
        await stack.StartedAsync();
        var load = new Load(stack, "stopped");
        var submitting = load.SubmitAsync(0, 60);
        string[] services = ["dashboard", "ingest", "language-detection", "topic-tagging", "alerting"];
        var containers = new List<string>();
        foreach (var service in services)
            containers.AddRange(await stack.ContainersAsync(service));

        foreach (var container in containers)
        {
            var start = TimeProvider.System.GetTimestamp();
            await stack.DockerAsync("stop", "--time", "60", container);
            var took = TimeProvider.System.GetElapsedTime(start);
            var state = (await stack.DockerAsync("inspect", "--format", "{{.Name}} {{.State.ExitCode}}", container)).Trim();
            log.WriteLine($"{state} after {took.TotalSeconds:0.0} s");
            Assert.EndsWith(" 0", state, StringComparison.Ordinal);
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(25));
            await stack.DockerAsync("start", container);
        }

        await submitting;
        await stack.HealthyAsync();
        await load.IsThereOnceAsync();
    }
}
