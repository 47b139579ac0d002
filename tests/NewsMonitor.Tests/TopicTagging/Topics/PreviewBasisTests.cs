using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Archive;
using NewsMonitor.TopicTagging.Topics.Preview;

namespace NewsMonitor.Tests.TopicTagging.Topics;

public class PreviewBasisTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 13, 12, 0, 0, TimeSpan.Zero);

    private static PreviewBasis Of(int articles, double oldestDays, int days, bool archiveIsOlder = false, string? cut = null) =>
        PreviewBasis.Of(new Dictionary<string, int> { ["it"] = articles - 1, ["ko"] = 1 }, Now.AddDays(-oldestDays), Now, days, archiveIsOlder, cut);

    [Fact]
    public void The_basis_is_stated_in_one_line() => Assert.Equal("412 articles, 2 days, 2 languages", Of(412, 2.4, 7).Sentence);

    [Fact]
    public void An_empty_archive_says_so()
    {
        var basis = PreviewBasis.Of(new Dictionary<string, int>(), null, Now, 7, archiveIsOlder: false, cut: null);
        Assert.Equal("no articles yet", basis.Sentence);
        Assert.NotNull(basis.NoRateReason);
    }

    [Theory]
    [InlineData(6.9, 7, false, false)]
    [InlineData(7.0, 30, false, true)]
    // A quiet first day of a full week counts, when the archive reaches back beyond it.
    [InlineData(6.2, 7, true, true)]
    [InlineData(3.0, 3, true, false)]
    [InlineData(0.2, 7, false, false)]
    public void A_number_a_day_needs_seven_days(double oldestDays, int days, bool archiveIsOlder, bool rate) =>
        Assert.Equal(rate, Of(412, oldestDays, days, archiveIsOlder).NoRateReason is null);

    [Fact]
    public void A_scan_that_was_cut_spans_what_it_read_and_says_why()
    {
        var basis = Of(20_000, 2.5, 30, archiveIsOlder: true, cut: "the newest 20,000 articles only");
        Assert.Equal("20,000 articles, 2 days, 2 languages; the newest 20,000 articles only", basis.Sentence);
        Assert.Equal("A number a day needs 7 days of articles; these span 2 days.", basis.NoRateReason);
    }

    [Fact]
    public void The_tally_keeps_few_articles_and_those_that_would_alert_first()
    {
        var tally = new PreviewTally(samples: 2);
        for (var number = 0; number < 10; number++)
            tally.Add(Article($"{number}"), number % 2 == 0 ? Match(number >= 6) : null, number == 9 ? Match(true) : null);
        Assert.Equal((10, 2, 3, 1), (tally.Articles, tally.Hits.Alerting, tally.Hits.Mention, tally.Lost));
        Assert.Equal(["6", "8"], tally.Samples.Select(sample => sample.Article.Title));
        Assert.Equal(["6", "8"], tally.GainedSamples.Select(sample => sample.Article.Title));
        Assert.Equal(["9"], tally.LostSamples.Select(sample => sample.Article.Title));
        Assert.Equal((2, 1), (tally.Gained, tally.SavedHits.Alerting));
    }

    private static ArchivedText Article(string title) => new(Guid.NewGuid(), 1, title, "", "", null, "en", "{}", null, Now, []);

    private static MatchedTopic Match(bool notifies) => new("t", "T", 1, notifies ? TopicLevel.Main : TopicLevel.Mention, notifies, 0.5, []);
}
