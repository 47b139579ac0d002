using NewsMonitor.Contracts;
using NewsMonitor.Standalone.Commands;
using NewsMonitor.TopicTagging.Topics;
using NewsMonitor.TopicTagging.Topics.Examples;
using NewsMonitor.TopicTagging.Topics.Files;
using NewsMonitor.TopicTagging.Topics.Preview;

namespace NewsMonitor.Tests.Standalone;

public sealed class TopicsTextTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_import_names_what_changes_and_what_is_refused()
    {
        var text = TopicsText.Render(new ImportResult(
            false,
            [
                new ImportItem(1, "a", ImportOutcome.Changed) { Changed = ["match", "notify"] },
                new ImportItem(9, "b", ImportOutcome.Refused) { Errors = ["match: Position 3: wrong"] },
                new ImportItem(20, "c", ImportOutcome.Unchanged),
            ]));
        Assert.Contains("changed   a (line 1): match, notify", text, StringComparison.Ordinal);
        Assert.Contains("refused   b (line 9)", text, StringComparison.Ordinal);
        Assert.Contains("match: Position 3: wrong", text, StringComparison.Ordinal);
        Assert.Contains("0 added, 1 changed, 1 unchanged, 1 refused; nothing was saved.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_begins_with_its_basis_and_gives_no_number_a_day_without_a_week()
    {
        var basis = PreviewBasis.Of(new Dictionary<string, int> { ["it"] = 412 }, Now.AddDays(-2), Now, 7, archiveIsOlder: false, cut: null);
        var sample = new PreviewSample(Guid.Empty, 1, "Un titolo", "esteri.example", null, "it", null, Now, TopicLevel.Mention, false, 0.1, [new EvidenceSpan(EvidenceSpan.TextField, 0, 5, "ponte\ndi legno")], null);
        var text = TopicsText.Render(new PreviewReport(
            basis, new PreviewHits(3, 1, 2, 4), null, basis.NoRateReason, [], [sample], new PreviewDifference(2, new PreviewHits(1, 1, 0, 0), 2, 0, [], []),
            new PreviewCost(12, false, 1250), [new CoverageLine(0, "a", ["it"], ["ko"], [])], [new ExampleResult("t", "x.it", true, ExampleOutcome.Failed, "nowhere", null)], []));
        Assert.StartsWith("On 412 articles, 2 days, 1 language:", text, StringComparison.Ordinal);
        Assert.Contains("3 would alert; main 1, substantial 2, mention 4", text, StringComparison.Ordinal);
        Assert.Contains("  A number a day needs 7 days of articles; these span 2 days.", text, StringComparison.Ordinal);
        Assert.Contains("against version 2: 2 gained, 0 lost", text, StringComparison.Ordinal);
        Assert.Contains("1250 ms per 1,000 articles", text, StringComparison.Ordinal);
        Assert.Contains("! x.it must match and does not: nowhere.", text, StringComparison.Ordinal);
        Assert.Contains("mention, alerts nobody", text, StringComparison.Ordinal);
        Assert.Contains("“ponte di legno”", text, StringComparison.Ordinal);
    }
}
