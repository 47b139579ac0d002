namespace NewsMonitor.EndToEndTests.Compose;

[Collection(ComposeStack.Collection)]
public sealed class ClusterTests(ITestOutputHelper log)
{
    // The node that the services name first, so that their connections are lost with it.
    [Fact]
    public async Task Three_brokers_survive_the_loss_of_one_under_load()
    {
        await DockerRequired.CheckAsync();
        await using var stack = ComposeStack.WithCluster();
        await stack.StartedAsync();
        log.WriteLine($"healthy after {stack.TimeToHealthy.TotalSeconds:0} s");
        var copies = "";
        await stack.EventuallyAsync(
            async () =>
            {
                copies = await stack.DockerAsync("exec", (await stack.ContainersAsync("rabbitmq-2"))[0], "rabbitmqctl", "-q", "--no-table-headers", "list_queues", "-p", "newsmonitor", "name", "members");
                return copies.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(queue => queue.Split("rabbit@").Length == 4);
            },
            () => Task.FromResult($"not every queue has three copies:\n{copies}"));
        var load = new Load(stack, "cluster");
        await load.SubmitAsync(0, 40);

        var submitting = load.SubmitAsync(40, 160);
        var lost = (await stack.ContainersAsync("rabbitmq"))[0];
        await stack.DockerAsync("kill", lost);
        await submitting;
        log.WriteLine($"{load.Repeated} batches sent again, slowest answer {load.Slowest.TotalSeconds:0.0} s");
        await load.IsThereOnceAsync();

        await stack.DockerAsync("start", lost);
        await stack.HealthyAsync();
        await load.SubmitAsync(200, 20);
        await load.IsThereOnceAsync();
    }
}
