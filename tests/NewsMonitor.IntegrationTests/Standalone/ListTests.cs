using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.Ingest.Storage;

namespace NewsMonitor.IntegrationTests.Standalone;

public sealed class ListTests
{
    [Theory]
    [InlineData("/api/articles")]
    [InlineData("/api/alerts")]
    public async Task Pages_hold_every_row_once_while_rows_are_added(string list)
    {
        await using var monitor = await Monitor.StartAsync();
        for (var number = 0; number < 5; number++)
            await SubmitAsync(monitor, number);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await monitor.GetAsync($"{list}?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
            Assert.InRange(seen.Count, 1, 5);
            // A new row comes before the page that was read: an offset would show a row twice now.
            await SubmitAsync(monitor, 10 + seen.Count);
        }
        while (cursor is not null);
        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Row_whose_answer_is_late_is_published_again_and_at_most_three_times()
    {
        await using var monitor = await Monitor.StartAsync();
        var id = Guid.Parse(await SubmitAsync(monitor, 0));
        await SubmitAsync(monitor, 1);
        await using var scope = monitor.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IngestDb>();
        var row = db.Versions.AsNoTracking().Where(version => version.ArticleId == id);
        await LoseTheAnswerAsync(row, sweeps: 0);
        await scope.ServiceProvider.GetRequiredService<UntaggedVersions>().SweepAsync(queuesEmpty: false, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await row.SingleAsync(TestContext.Current.CancellationToken)).TaggedAt is not null, () => "not answered after the sweep");
        Assert.Equal(1, (await row.SingleAsync(TestContext.Current.CancellationToken)).Sweeps);

        await LoseTheAnswerAsync(row, SweepRule.MaxSweeps);
        await scope.ServiceProvider.GetRequiredService<UntaggedVersions>().SweepAsync(queuesEmpty: false, TestContext.Current.CancellationToken);
        Assert.Equal(SweepRule.MaxSweeps, (await row.SingleAsync(TestContext.Current.CancellationToken)).Sweeps);
        Assert.Null((await row.SingleAsync(TestContext.Current.CancellationToken)).TaggedAt);
    }

    private static Task LoseTheAnswerAsync(IQueryable<ArticleVersion> row, int sweeps)
    {
        var old = TimeProvider.System.GetUtcNow() - new SweepOptions().LateAfter * 2;
        return row.ExecuteUpdateAsync(
            update => update
                .SetProperty(version => version.TaggedAt, (DateTimeOffset?)null)
                .SetProperty(version => version.ReceivedAt, old)
                .SetProperty(version => version.SweptAt, (DateTimeOffset?)null)
                .SetProperty(version => version.Sweeps, sweeps),
            TestContext.Current.CancellationToken);
    }

    private static async Task<string> SubmitAsync(Monitor monitor, int number)
    {
        var id = (await monitor.SubmitAsync(new
        {
            url = $"https://list.example/{number}",
            title = $"Soldati nordcoreani schierati nel Kursk, rapporto {number}",
            text = $"Mosca ha confermato che {number} soldati nordcoreani sono stati inviati nella regione di Kursk.",
        })).GetProperty("id").GetString()!;
        await monitor.FinishedTraceAsync(id);
        return id;
    }
}
