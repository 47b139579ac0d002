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
            return [.. (Deserializer.Deserialize<List<Entry?>?>(yaml) ?? []).Select(entry => (entry ?? throw new SubscriptionFormatException("The list has an empty entry.")).ToSubscription())];
        }
        catch (YamlException exception)
        {
            throw new SubscriptionFormatException($"Line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    // A key without a value is null in YAML, whatever the default.
    private sealed class Entry
    {
        public string? Id { get; init; }

        public string? Name { get; init; }

        public List<string>? Topics { get; init; }

        public List<string>? Languages { get; init; }

        public string? Level { get; init; }

        public string? Channel { get; init; }

        public bool Updates { get; init; }

        public Subscription ToSubscription()
        {
            if (string.IsNullOrWhiteSpace(Id) || string.IsNullOrWhiteSpace(Channel) || Topics is not { Count: > 0 })
                throw new SubscriptionFormatException($"Subscription '{Id}' needs id, channel and topics ([\"*\"] for all).");
            var level = TopicLevel.Mention;
            // TryParse also takes numbers, and a level that does not exist would silence the subscription.
            if (Level is not null && (Level.Any(char.IsDigit) || !Enum.TryParse(Level, ignoreCase: true, out level)))
                throw new SubscriptionFormatException($"Subscription '{Id}': level '{Level}' is not main, substantial or mention.");
            return new Subscription { Id = Id, Name = string.IsNullOrWhiteSpace(Name) ? Id : Name, Topics = Topics, Languages = Languages ?? [], MinimumLevel = level, Channel = Channel, Updates = Updates };
        }
    }
}

/// <summary>A subscription file that cannot be used.</summary>
internal sealed class SubscriptionFormatException(string message, Exception? inner = null) : Exception(message, inner);
