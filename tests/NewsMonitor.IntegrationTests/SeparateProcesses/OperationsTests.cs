using System.Net;
using System.Net.Http.Json;

namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>What operators rely on: articles are refused while the pipeline is behind, old rows go, and everything is measured.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task Submission_is_answered_429_while_too_much_waits_and_202_when_the_pipeline_has_caught_up()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Set("Ingest__MaxWaiting", "5");
        deployment.Set("Ingest__WaitingInterval", "00:00:00.2");
        var ingest = deployment.Start("ingest");
        await ingest.ReadyAsync();
        var accepted = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                using var response = await ingest.Http.PostAsJsonAsync("/api/articles", Workload.Article(accepted), TestContext.Current.CancellationToken);
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    accepted++;
                    return false;
                }
                // A process that has just started may not be in time with its first: the same article goes again.
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                    return false;
                Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
                Assert.Equal("30", Assert.Single(response.Headers.GetValues("Retry-After")));
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
                return true;
            },
            deployment.Describe);
        Assert.True(accepted > 5, $"{accepted} accepted");
        // Refused means that nothing of it was stored.
        Assert.Equal(accepted, await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version"));

        foreach (var service in (string[])["language-detection", "topic-tagging", "alerting"])
            deployment.Start(service);
        await deployment.SettledAsync(accepted);
        await Eventually.TrueAsync(
            async () =>
            {
                using var response = await ingest.Http.PostAsJsonAsync("/api/articles", Workload.Article(accepted), TestContext.Current.CancellationToken);
                return response.StatusCode == HttpStatusCode.Accepted;
            },
            deployment.Describe);
    }

    [Fact]
    public async Task Rows_older_than_their_retention_are_deleted_and_younger_ones_stay()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Set("Retention__Interval", "00:00:01");
        await deployment.StartAllAsync();
        await Workload.SubmitAsync(() => deployment.Http, 0, 50);
        await deployment.SettledAsync(50);
        var deliveries = await deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert_delivery");
        Assert.True(deliveries > 1);
        await deployment.ExecuteAsync("UPDATE tagging.article SET received_at = received_at - INTERVAL '181 days' WHERE article_id IN (SELECT article_id FROM tagging.article LIMIT 20)");
        await deployment.ExecuteAsync("UPDATE alerting.alert_delivery SET created_at = created_at - INTERVAL '91 days' WHERE id IN (SELECT id FROM alerting.alert_delivery LIMIT 1)");
        await deployment.ExecuteAsync("INSERT INTO ingest.refusal SELECT gen_random_uuid(), now() - (days || ' days')::interval, NULL, NULL, 'too short' FROM generate_series(1, 30) AS days");
        await Eventually.TrueAsync(
            async () => await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article") == 30
                && await deployment.CountAsync("SELECT COUNT(*) FROM alerting.alert_delivery") == deliveries - 1
                && await deployment.CountAsync("SELECT COUNT(*) FROM ingest.refusal") == 13,
            deployment.Describe);
        Assert.Equal(0, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article_topic t WHERE NOT EXISTS (SELECT FROM tagging.article a WHERE a.article_id = t.article_id AND a.version = t.version)"));
        Assert.Equal(50, await deployment.CountAsync("SELECT COUNT(*) FROM ingest.article_version"));
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Oldest_articles_go_before_their_time_while_the_database_is_nearly_full_but_none_of_the_last_day()
    {
        await using var deployment = await Deployment.CreateAsync();
        await deployment.ExecuteAsync("CREATE EXTENSION pg_freespacemap WITH SCHEMA public");
        await deployment.StartAllAsync();
        await Workload.SubmitAsync(() => deployment.Http, 0, 100);
        await deployment.SettledAsync(100);
        await deployment.ExecuteAsync("UPDATE tagging.article SET received_at = received_at - INTERVAL '30 days' WHERE article_id IN (SELECT article_id FROM tagging.article LIMIT 60)");
        // Out of reach, so that every article is wanted away that may go.
        deployment.Set("Retention__MaxDatabaseBytes", (await deployment.CountAsync("SELECT pg_database_size(current_database())")).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var tagging = await deployment.KillAndRestartAsync("topic-tagging");
        await tagging.ReadyAsync();

        await Eventually.TrueAsync(async () => await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article") == 40, deployment.Describe);

        await Eventually.TrueAsync(() => Task.FromResult(tagging.Output.Contains("no archived articles older than a day are left", StringComparison.Ordinal)), deployment.Describe);
        Assert.Contains("archived articles from before", tagging.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Nothing_goes_early_while_there_is_room_inside_the_database()
    {
        await using var deployment = await Deployment.CreateAsync();
        await deployment.ExecuteAsync("CREATE EXTENSION pg_freespacemap WITH SCHEMA public");
        await deployment.StartAllAsync();
        await Workload.SubmitAsync(() => deployment.Http, 0, 100);
        await deployment.SettledAsync(100);
        await deployment.ExecuteAsync("UPDATE tagging.article SET received_at = received_at - INTERVAL '30 days'");
        // The files are as large as is allowed, but a table of rows that were deleted has room for new ones.
        await deployment.ExecuteAsync("CREATE TABLE tagging.filler AS SELECT repeat(md5(n::text), 50) AS text FROM generate_series(1, 20000) AS n");
        await deployment.ExecuteAsync("DELETE FROM tagging.filler WHERE ctid < '(1000,1)'");
        await deployment.ExecuteAsync("VACUUM tagging.filler");
        deployment.Set("Retention__MaxDatabaseBytes", (await deployment.CountAsync("SELECT pg_database_size(current_database())")).ToString(System.Globalization.CultureInfo.InvariantCulture));
        deployment.Set("Retention__Interval", "00:00:01");
        await (await deployment.KillAndRestartAsync("topic-tagging")).ReadyAsync();
        using var metrics = new HttpClient { BaseAddress = deployment.Of("topic-tagging").Address };
        await Eventually.TrueAsync(
            async () => (await metrics.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Contains("newsmonitor_database_available_bytes{", StringComparison.Ordinal),
            deployment.Describe);
        Assert.Equal(100, await deployment.CountAsync("SELECT COUNT(*) FROM tagging.article"));
    }

    [Fact]
    public async Task Every_service_shows_its_metrics_and_the_gateway_none()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Set("Telemetry__StateInterval", "00:00:01");
        await deployment.StartAllAsync();
        await Workload.SubmitAsync(() => deployment.Http, 0, 50);
        await deployment.SettledAsync(50);
        (string Service, string[] Metrics)[] expected =
        [
            ("ingest", ["newsmonitor_articles_submitted_total{", "result=\"accepted\"", "newsmonitor_rows_oldest_age_seconds{", "newsmonitor_queue_waiting{"]),
            ("language-detection", ["newsmonitor_queue_consumers{", "messaging_masstransit_consume_duration_milliseconds_sum{"]),
            ("topic-tagging", ["newsmonitor_articles_tagged_total{", "newsmonitor_topics_matched_total{", "newsmonitor_matcher_duration_seconds_bucket{", "stage=\"tagged\""]),
            ("alerting", ["newsmonitor_alerts_total{", "newsmonitor_stage_duration_seconds_bucket{", "stage=\"alerted\"", "newsmonitor_queue_dead_letters{"]),
        ];
        foreach (var (service, metrics) in expected)
        {
            var shown = "";
            await Eventually.TrueAsync(
                async () =>
                {
                    shown = await deployment.Of(service).Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
                    return metrics.All(metric => shown.Contains(metric, StringComparison.Ordinal));
                },
                () => $"{service} misses {string.Join(", ", metrics.Where(metric => !shown.Contains(metric, StringComparison.Ordinal)))} in\n{shown}");
        }
        using var response = await deployment.Http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
