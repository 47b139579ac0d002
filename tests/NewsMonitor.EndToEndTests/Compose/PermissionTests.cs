using System.Net.Security;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMonitor.EndToEndTests.Compose;

/// <summary>What each user of the broker may not do is tried, and refused by the broker.</summary>
[Collection(ComposeStack.Collection)]
public sealed class PermissionTests(ComposeStack stack, ITestOutputHelper log)
{
    private const int AccessRefused = 403;

    private static readonly Dictionary<string, string> OwnQueue = new()
    {
        ["ingest"] = "newsmonitor.ingest.article-submitted",
        ["language-detection"] = "newsmonitor.language-detection.articles-ingested",
        ["topic-tagging"] = "newsmonitor.topic-tagging.article-languages-detected",
        ["alerting"] = "newsmonitor.alerting.articles-tagged",
    };

    // The exchanges that each service publishes to, besides its own.
    private static readonly Dictionary<string, string[]> Publishes = new()
    {
        ["ingest"] = ["newsmonitor.articles-ingested", "newsmonitor.submission-result"],
        ["language-detection"] = ["newsmonitor.article-languages-detected"],
        ["topic-tagging"] = ["newsmonitor.articles-tagged"],
        ["alerting"] = ["newsmonitor.articles-alerted", "newsmonitor.alert-raised", "newsmonitor.alert-updated"],
    };

    private static readonly string[] Exchanges = [.. Publishes.Values.SelectMany(names => names), "newsmonitor.article-submitted"];

    [Theory]
    [InlineData("ingest")]
    [InlineData("language-detection")]
    [InlineData("topic-tagging")]
    [InlineData("alerting")]
    public async Task Service_may_not_touch_what_belongs_to_others(string service)
    {
        await stack.StartedAsync();
        var password = await File.ReadAllTextAsync(Path.Combine(stack.Checkout, "deploy", "secrets", $"{service}-broker"), TestContext.Current.CancellationToken);
        await using var connection = await ConnectAsync(service, password);
        foreach (var (owner, queue) in OwnQueue.Where(own => own.Key != service))
        {
            await RefusedAsync(connection, $"{service} consumes {queue}", channel => channel.BasicGetAsync(queue, autoAck: false));
            await RefusedAsync(connection, $"{service} purges {queue}", channel => channel.QueuePurgeAsync(queue));
            await RefusedAsync(connection, $"{service} reads the dead letters of {owner}", channel => channel.BasicGetAsync($"{queue}_error", autoAck: false));
            await RefusedAsync(connection, $"{service} deletes the dead letters of {owner}", channel => channel.QueueDeleteAsync($"{queue}_error"));
        }
        foreach (var exchange in Exchanges.Except(Publishes[service]))
            await RefusedAsync(connection, $"{service} publishes to {exchange}", channel => PublishAsync(channel, exchange, ""));
        await RefusedAsync(connection, $"{service} publishes to the default exchange", channel => PublishAsync(channel, "", OwnQueue[service]));
        await RefusedAsync(connection, $"{service} publishes to amq.fanout", channel => PublishAsync(channel, "amq.fanout", ""));
        await RefusedAsync(connection, $"{service} declares a queue of its choice", channel => channel.QueueDeclareAsync("anything", durable: true, exclusive: false, autoDelete: false));
        await RefusedAsync(connection, $"{service} declares an exchange of its choice", channel => channel.ExchangeDeclareAsync("newsmonitor.anything", "fanout"));
        await RefusedAsync(connection, $"{service} declares a client's queue", channel => channel.QueueDeclareAsync("client-other-alerts", durable: true, exclusive: false, autoDelete: false));
        await RefusedHostAsync(service, password);
    }

    [Fact]
    public async Task Integrator_submits_and_takes_alerts_and_may_do_nothing_else()
    {
        await stack.StartedAsync();
        var password = await CreateClientAsync("first");
        var other = await CreateClientAsync("second");
        await using (var neighbour = await ConnectAsync("client-second", other))
        await using (var channel = await neighbour.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken))
            await channel.QueueDeclareAsync("client-second-alerts", durable: true, exclusive: false, autoDelete: false, cancellationToken: TestContext.Current.CancellationToken);

        await using var connection = await ConnectAsync("client-first", password);
        await SubmitsAndReceivesAsync(connection);
        foreach (var queue in OwnQueue.Values)
        {
            await RefusedAsync(connection, $"client consumes {queue}", channel => channel.BasicGetAsync(queue, autoAck: false));
            await RefusedAsync(connection, $"client purges {queue}", channel => channel.QueuePurgeAsync(queue));
            await RefusedAsync(connection, $"client reads {queue}_error", channel => channel.BasicGetAsync($"{queue}_error", autoAck: false));
            await RefusedAsync(connection, $"client publishes to {queue}", channel => PublishAsync(channel, queue, ""));
        }
        foreach (var exchange in Exchanges.Where(exchange => exchange != "newsmonitor.article-submitted"))
            await RefusedAsync(connection, $"client publishes to {exchange}", channel => PublishAsync(channel, exchange, ""));
        foreach (var exchange in (string[])["newsmonitor.article-submitted", "newsmonitor.articles-ingested", "newsmonitor.article-languages-detected", "newsmonitor.articles-tagged", "newsmonitor.articles-alerted"])
            await RefusedAsync(connection, $"client listens to {exchange}", channel => channel.QueueBindAsync("client-first-alerts", exchange, ""));
        await RefusedAsync(connection, "client publishes to the default exchange", channel => PublishAsync(channel, "", OwnQueue["ingest"]));
        await RefusedAsync(connection, "client declares a queue of another name", channel => channel.QueueDeclareAsync("anything", durable: true, exclusive: false, autoDelete: false));
        await RefusedAsync(connection, "client declares a queue that the broker names", channel => channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true));
        await RefusedAsync(connection, "client declares another client's queue", channel => channel.QueueDeclareAsync("client-second-more", durable: true, exclusive: false, autoDelete: false));
        await RefusedAsync(connection, "client reads another client's queue", channel => channel.BasicGetAsync("client-second-alerts", autoAck: false));
        await RefusedAsync(connection, "client deletes another client's queue", channel => channel.QueueDeleteAsync("client-second-alerts"));
        await RefusedAsync(connection, "client deletes our exchange", channel => channel.ExchangeDeleteAsync("newsmonitor.article-submitted"));
        await RefusedHostAsync("client-first", password);

        await stack.ScriptAsync("deploy/keys", "delete", "--bus", "first");
        await Assert.ThrowsAnyAsync<BrokerUnreachableException>(() => ConnectAsync("client-first", password));
    }

    [Fact]
    public async Task Each_database_user_sees_its_own_schema_only()
    {
        await stack.StartedAsync();
        var postgres = (await stack.ContainersAsync("postgres"))[0];
        (string User, string Secret, string Table)[] services =
            [("ingest", "ingest-database", "ingest.article"), ("tagging", "topic-tagging-database", "tagging.article"), ("alerting", "alerting-database", "alerting.alert")];
        foreach (var (user, secret, own) in services)
        {
            var password = await File.ReadAllTextAsync(Path.Combine(stack.Checkout, "deploy", "secrets", secret), TestContext.Current.CancellationToken);
            Task<(int ExitCode, string Output)> Sql(string sql) => stack.TryAsync(
                "docker", "exec", "-e", $"PGPASSWORD={password}", postgres, "psql", "-h", "127.0.0.1", "-U", user, "-d", "newsmonitor", "-At", "-c", sql);
            Assert.Equal(0, (await Sql($"SELECT COUNT(*) FROM {own}")).ExitCode);
            var others = services.Where(service => service.User != user).Select(service => $"SELECT * FROM {service.Table}");
            foreach (var forbidden in (string[])[.. others, "CREATE TABLE public.anything (id int)", "CREATE SCHEMA anything", "CREATE ROLE anything", "CREATE DATABASE anything", "SELECT * FROM pg_authid"])
            {
                var (exitCode, output) = await Sql(forbidden);
                Assert.True(exitCode != 0 && output.Contains("permission denied", StringComparison.Ordinal), $"{user}: {forbidden}: {output}");
            }
        }
    }

    private async Task<string> CreateClientAsync(string name)
    {
        var created = await stack.ScriptAsync("deploy/keys", "create", "--bus", name);
        return created.Split('\n').Single(line => line.StartsWith("password", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
    }

    private static async Task SubmitsAndReceivesAsync(IConnection connection)
    {
        var token = TestContext.Current.CancellationToken;
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), token);
        await channel.QueueDeclareAsync("client-first-alerts", durable: true, exclusive: false, autoDelete: false, cancellationToken: token);
        await channel.QueueBindAsync("client-first-alerts", "newsmonitor.alert-raised", "", cancellationToken: token);
        await channel.QueueBindAsync("client-first-alerts", "newsmonitor.alert-updated", "", cancellationToken: token);
        await channel.QueueDeclareAsync("client-first-results", durable: true, exclusive: false, autoDelete: false, cancellationToken: token);
        await channel.QueueBindAsync("client-first-results", "newsmonitor.submission-result", "client-first-results", cancellationToken: token);
        var article = JsonSerializer.SerializeToUtf8Bytes(new
        {
            url = $"https://integrator.example/{Guid.NewGuid():n}",
            title = "Soldati nordcoreani schierati nel Kursk",
            text = "Mosca ha confermato che 911 soldati nordcoreani sono stati inviati nella regione di Kursk.\n\nPyongyang ha fornito alla Russia munizioni.",
            source = "integrator.example",
        });
        await channel.BasicPublishAsync("newsmonitor.article-submitted", "", mandatory: true, new BasicProperties { ReplyTo = "client-first-results", CorrelationId = "7" }, article, token);
        var result = await NextAsync(channel, "client-first-results");
        Assert.Equal("7", result.BasicProperties.CorrelationId);
        var id = JsonDocument.Parse(result.Body).RootElement.GetProperty("id").GetString()!;
        while (!Encoding.UTF8.GetString((await NextAsync(channel, "client-first-alerts")).Body.Span).Contains(id, StringComparison.Ordinal))
        {
        }
    }

    private static async Task<BasicGetResult> NextAsync(IChannel channel, string queue)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken) is { } message)
                return message;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Nothing arrives in {queue}.");
        return null!;
    }

    private static async Task PublishAsync(IChannel channel, string exchange, string key) =>
        await channel.BasicPublishAsync(exchange, key, mandatory: true, new BasicProperties(), "{}"u8.ToArray(), TestContext.Current.CancellationToken);

    // A refusal closes the channel, so each act has its own; it is seen in an exception or, after a publish, in the reason of the close.
    private async Task RefusedAsync(IConnection connection, string act, Func<IChannel, Task> attempt)
    {
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), TestContext.Current.CancellationToken);
        try
        {
            await attempt(channel);
            Assert.Fail($"{act}: was allowed");
        }
        catch (Exception exception) when (exception is OperationInterruptedException or PublishException)
        {
            Assert.True(channel.CloseReason?.ReplyCode == AccessRefused, $"{act}: {channel.CloseReason} {exception.Message}");
            log.WriteLine($"refused: {act}");
        }
        finally
        {
            await channel.DisposeAsync();
        }
    }

    private Task RefusedHostAsync(string user, string password) => Assert.ThrowsAnyAsync<Exception>(async () =>
    {
        await using var connection = await ConnectAsync(user, password, "/");
        // The client does not wait for the broker's answer to its wish for a virtual host.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
    });

    // As an integrator does, from outside, by AMQPS. The certificate is the test's own.
    private Task<IConnection> ConnectAsync(string user, string password, string virtualHost = "newsmonitor") => new ConnectionFactory
    {
        HostName = "127.0.0.1",
        Port = stack.BusPort,
        VirtualHost = virtualHost,
        UserName = user,
        Password = password,
        AutomaticRecoveryEnabled = false,
        Ssl = new SslOption("localhost", enabled: true) { AcceptablePolicyErrors = SslPolicyErrors.RemoteCertificateChainErrors },
    }.CreateConnectionAsync(TestContext.Current.CancellationToken);
}
