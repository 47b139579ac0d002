using System.Text.Json;

namespace NewsMonitor.EndToEndTests.Compose;

[Collection(ComposeStack.Collection)]
public sealed class BackupTests(ComposeStack stack, ITestOutputHelper log)
{
    [Fact]
    public async Task Backup_wipe_and_restore_give_the_same_alerts_and_archive()
    {
        await stack.StartedAsync();
        var load = new Load(stack, "backed-up");
        await load.SubmitAsync(0, 20);
        await load.IsThereOnceAsync();
        var alerts = await ReadAsync("/api/alerts");
        var archive = await ReadAsync("/api/articles");
        var file = Path.Combine(stack.Checkout, "backup.tar");
        log.WriteLine(await stack.ScriptAsync("deploy/backup", file));

        await stack.ComposeAsync("down", "-v");
        Directory.Delete(Path.Combine(stack.Checkout, "deploy", "secrets"), recursive: true);
        await stack.ScriptAsync("deploy/restore", file, "--yes");
        await stack.HealthyAsync();

        Assert.Equal(alerts, await ReadAsync("/api/alerts"));
        Assert.Equal(archive, await ReadAsync("/api/articles"));
        // And it works on.
        await load.SubmitAsync(20, 10);
        await load.IsThereOnceAsync();
    }

    private async Task<List<string>> ReadAsync(string path) => [.. (await stack.GetAllAsync(path)).Select(item => JsonSerializer.Serialize(item)).Order(StringComparer.Ordinal)];
}
