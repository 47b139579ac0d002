using System.Net.Http.Json;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

[Collection(SharedDeploymentCollection.Name)]
public sealed class TopicChangeTests(SharedDeployment shared)
{
    // A promise of the product: a topic changed in one instance is live in all within this time.
    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Topic_changed_in_one_instance_is_live_in_all_within_two_seconds()
    {
        var instances = shared.Deployment.Processes.Where(process => process.Service == "topic-tagging").ToArray();
        Assert.Equal(2, instances.Length);
        foreach (var word in (string[])["quokka", "wombat"])
        {
            using var saved = word == "quokka"
                ? await instances[0].Http.PostAsJsonAsync("/api/topics", new { id = "marsupials", name = "Marsupials", match = word }, TestContext.Current.CancellationToken)
                : await instances[0].Http.PutAsJsonAsync("/api/topics/marsupials", new { id = "marsupials", name = "Marsupials", match = word }, TestContext.Current.CancellationToken);
            saved.EnsureSuccessStatusCode();
            // The instance that saved it answered after its own change was live.
            Assert.True(await MatchesAsync(instances[0], word));
            var time = TimeProvider.System;
            var start = time.GetTimestamp();
            while (!await MatchesAsync(instances[1], word))
                Assert.True(time.GetElapsedTime(start) < LiveWithin, $"'{word}' is not live in the other instance after {LiveWithin}");
        }
        using var deleted = await instances[1].Http.DeleteAsync("/api/topics/marsupials", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => !await MatchesAsync(instances[0], "wombat"), () => "the deleted topic lives on in the other instance");
    }

    private static async Task<bool> MatchesAsync(ServiceProcess instance, string word)
    {
        var text = new { title = $"A {word} was seen", text = "", language = new { tag = "en", confidence = 1, alternatives = Array.Empty<object>() }, source = "zoo.example", tags = Array.Empty<string>() };
        using var response = await instance.Http.PostAsJsonAsync("/internal/match", text, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("topics").GetArrayLength() > 0;
    }
}
