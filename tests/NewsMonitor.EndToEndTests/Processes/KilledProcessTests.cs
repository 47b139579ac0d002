using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsMonitor.EndToEndTests.Processes;

/// <summary>kill -9 at any moment loses nothing that was accepted and repeats nothing that was done.</summary>
public sealed class KilledProcessTests(ITestOutputHelper log)
{
    private const int Articles = 200;
    private const int Kills = 20;
    private const string Topic = "north-korea-russia-military-cooperation";

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Twenty_kills_among_200_articles_leave_each_tagged_once_and_each_alert_once()
    {
        var directory = MonitorProcess.NewDirectory();
        var port = MonitorProcess.FreePort();
        var seed = Environment.TickCount;
        log.WriteLine($"random seed {seed}");
#pragma warning disable CA5394 // The moments of the kills need no secrecy; the seed in the log repeats them.
        var random = new Random(seed);
        var accepted = new Dictionary<string, bool>();
        var sent = 0;
        var console = "";
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var monitor = await MonitorProcess.RunAsync(directory, port);
            var until = kill == Kills ? Articles : Math.Min(Articles, sent + random.Next(5, 16));
            using var stop = new CancellationTokenSource();
            var killing = kill == Kills ? Task.CompletedTask : KillLaterAsync(monitor, random.Next(0, 400), stop);
#pragma warning restore CA5394
            while (sent < until && await TrySubmitAsync(monitor, sent, accepted, stop.Token))
                sent++;
            await killing;
            if (kill == Kills)
                await CheckAsync(monitor, accepted);
            console += monitor.Output;
        }
        // Each alert was printed, and again only where a kill fell between sending and marking.
        var printed = console.Split('\n').Count(line => line.StartsWith("● ALERT", StringComparison.Ordinal));
        var alerts = accepted.Values.Count(matches => matches) + 6;
        log.WriteLine($"{accepted.Count} accepted, {alerts} alerts, printed {printed} times");
        Assert.InRange(printed, alerts, alerts + Kills);
    }

    private static async Task KillLaterAsync(MonitorProcess monitor, int milliseconds, CancellationTokenSource stop)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
        await monitor.KillAsync();
        await stop.CancelAsync();
    }

    // Only a 202 is a promise. Whatever a kill interrupts is sent again after the restart, as a client would.
    private static async Task<bool> TrySubmitAsync(MonitorProcess monitor, int number, Dictionary<string, bool> accepted, CancellationToken killed)
    {
        var matches = number % 2 == 0;
        var article = new
        {
            url = $"https://kill.example/{number}",
            title = matches ? $"Soldati nordcoreani schierati nel Kursk, rapporto {number}" : $"Il Comune apre la biblioteca numero {number}",
            text = matches
                ? $"Mosca ha confermato che {number} soldati nordcoreani sono stati inviati nella regione di Kursk.\n\nPyongyang ha fornito alla Russia munizioni."
                : $"La sala {number} ospita libri per bambini e resta aperta fino a sera.",
        };
        try
        {
            using var response = await monitor.Http.PostAsJsonAsync("/api/articles", article, killed);
            if (response.StatusCode != HttpStatusCode.Accepted)
                return false;
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(killed);
            accepted[answer.GetProperty("id").GetString()!] = matches;
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private static async Task CheckAsync(MonitorProcess monitor, Dictionary<string, bool> accepted)
    {
        var expectedAlerts = accepted.Where(article => article.Value).Select(article => article.Key).ToHashSet();
        List<JsonElement> articles = [];
        List<JsonElement> alerts = [];
        await Eventually.TrueAsync(
            async () =>
            {
                articles = await monitor.GetAllAsync("/api/articles");
                alerts = await monitor.GetAllAsync("/api/alerts");
                return articles.Count >= accepted.Count + 6 && alerts.Count >= expectedAlerts.Count + 6;
            },
            () => $"{articles.Count} of {accepted.Count + 6} articles tagged, {alerts.Count} of {expectedAlerts.Count + 6} alerts");
        var tagged = articles.Select(article => article.GetProperty("id").GetString()!).ToList();
        Assert.Equal(tagged.Count, tagged.Distinct().Count());
        Assert.Subset(tagged.ToHashSet(), accepted.Keys.ToHashSet());
        Assert.Equal(accepted.Count + 6, tagged.Count);

        var alerted = alerts.Where(alert => alert.GetProperty("topicId").GetString() == Topic)
            .Select(alert => Assert.Single(alert.GetProperty("articles").EnumerateArray()).GetProperty("id").GetString()!).ToList();
        Assert.Equal(alerted.Count, alerted.Distinct().Count());
        Assert.Equal(expectedAlerts.Order(), alerted.Where(accepted.ContainsKey).Order());
        // Nothing is left open on anybody's way.
        foreach (var id in accepted.Keys)
            await Eventually.TrueAsync(async () => !(await monitor.GetAsync($"/api/articles/{id}/trace")).GetProperty("waiting").GetBoolean(), () => $"{id} is still open");
    }
}
