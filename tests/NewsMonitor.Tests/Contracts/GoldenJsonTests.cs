using System.Text.Json;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Tests.Contracts;

/// <summary>The wire format of every message. A change here breaks integrators: only additions are allowed.</summary>
public sealed class GoldenJsonTests
{
    public static TheoryData<string> Exchanges { get; } = [.. Topology.Messages.Select(message => Topology.ExchangeOf(message)!)];

    [Theory]
    [MemberData(nameof(Exchanges))]
    public void Message_is_written_as_its_golden_file_says_and_read_back_equal(string exchange)
    {
        var message = Assert.Single(GoldenMessages.All, message => Topology.ExchangeOf(message.GetType()) == exchange);
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "contracts", exchange + ".json")).Trim();
        Assert.Equal(golden, JsonSerializer.Serialize(message, message.GetType(), JsonSettings.Web));
        var read = JsonSerializer.Deserialize(golden, message.GetType(), JsonSettings.Web);
        Assert.Equal(golden, JsonSerializer.Serialize(read, message.GetType(), JsonSettings.Web));
    }

    [Fact]
    public void Exchanges_and_queues_have_distinct_names_of_one_family()
    {
        var queues = typeof(Topology).GetFields().Where(field => field.FieldType == typeof(string)).Select(field => (string)field.GetValue(null)!);
        var names = queues.Concat(Topology.Messages.Select(message => Topology.ExchangeOf(message)!)).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("newsmonitor.", name, StringComparison.Ordinal));
    }
}
