namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>An article's way through all processes, as the gateway puts it together.</summary>
[Collection(SharedDeploymentCollection.Name)]
public sealed class TraceTests(SharedDeployment shared)
{
    [Fact]
    public async Task The_address_of_an_article_leads_to_the_steps_of_every_service()
    {
        var deployment = shared.Deployment;
        var article = Workload.Article(RepetitionTests.NumberOfAlert()).DeepClone();
        article["url"] = "https://traced.example/1";
        // A text of its own: a copy would join the alert of another test on this deployment.
        article["text"] = $"{article["text"]!.GetValue<string>()}\n\ntraced";
        await Workload.SubmitAsync(deployment.Http, article);
        await Eventually.TrueAsync(
            async () =>
            {
                var trace = await deployment.GetAsync("/api/trace?url=https://traced.example/1");
                return !trace.GetProperty("waiting").GetBoolean()
                    && trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("stage").GetString()).Distinct().Order().SequenceEqual(["alerting", "ingest", "language-detection", "topic-tagging"]);
            },
            deployment.Describe);
    }
}
