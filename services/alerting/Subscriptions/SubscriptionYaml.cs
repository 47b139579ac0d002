using NewsMonitor.Contracts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsMonitor.Alerting.Subscriptions;

/// <summary>Reads <c>subscriptions.yaml</c>: a list of subscriptions.</summary>
internal static class SubscriptionYaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>Parses the file.</summary>
    /// <exception cref="SubscriptionFormatException">The file is not a list of subscriptions; the message names the line.</exception>
    public static IReadOnlyList<Subscription> Parse(string yaml)
    {
        try
        {
            return [.. (Deserializer.Deserialize<List<Entry>?>(yaml) ?? []).Select(entry => entry.ToSubscription())];
        }
        catch (YamlException exception)
        {
            throw new SubscriptionFormatException($"Line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    private sealed class Entry
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public List<string> Topics { get; init; } = [];

        public List<string> Languages { get; init; } = [];

        public string Level { get; init; } = "mention";

        public string Channel { get; init; } = "";

        public bool Updates { get; init; }

        public Subscription ToSubscription()
        {
            if (Id.Length == 0 || Channel.Length == 0 || Topics.Count == 0)
                throw new SubscriptionFormatException($"Subscription '{Id}' needs id, channel and topics ([\"*\"] for all).");
            if (!Enum.TryParse<TopicLevel>(Level, ignoreCase: true, out var level))
                throw new SubscriptionFormatException($"Subscription '{Id}': level '{Level}' is not main, substantial or mention.");
            return new Subscription { Id = Id, Name = Name.Length > 0 ? Name : Id, Topics = Topics, Languages = Languages, MinimumLevel = level, Channel = Channel, Updates = Updates };
        }
    }
}

/// <summary>A subscription file that cannot be used.</summary>
internal sealed class SubscriptionFormatException(string message, Exception? inner = null) : Exception(message, inner);
