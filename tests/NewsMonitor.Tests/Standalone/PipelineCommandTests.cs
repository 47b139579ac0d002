using NewsMonitor.Hosting.Bus;
using NewsMonitor.Standalone.Commands;

namespace NewsMonitor.Tests.Standalone;

public sealed class PipelineCommandTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Screen_names_the_dead_letters_and_the_age_of_what_waits()
    {
        var text = PipelineCommand.Render(
            [
                new StageState("ingest", [new QueueState("newsmonitor.ingest.article-submitted", 1200, 2, 3)], new Backlog(41, Now.AddMinutes(-5), 1, 2)),
                new StageState("alerting", [], null, "The service does not answer."),
            ],
            Now);
        Assert.Contains("newsmonitor.ingest.article-submitted", text, StringComparison.Ordinal);
        Assert.Matches(@"1,200\s+2\s+3", text);
        Assert.Contains("41 articles wait for an answer, the oldest for 5 min; 1 are stuck; 2 were given up and wait for a redrive.", text, StringComparison.Ordinal);
        Assert.Contains("! The service does not answer.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_that_is_unknown_is_a_dash() =>
        Assert.Matches(@"–\s+–\s+0", PipelineCommand.Render([new StageState("ingest", [new QueueState("q", null, null, 0)], new Backlog(0, null, 0, 0))], Now));
}
