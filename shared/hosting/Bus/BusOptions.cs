using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Where the bus is. Section <c>Bus</c>.</summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary>What carries the messages. Default: RabbitMQ; <c>standalone</c> says in-memory.</summary>
    public BusTransport Transport { get; set; } = BusTransport.RabbitMq;

    /// <summary>The broker: <c>amqp://user:password@host:port/virtual-host</c>, or <c>amqps</c>. Default: this machine's, as guest.</summary>
    [Required]
    public Uri Url { get; set; } = new("amqp://guest:guest@localhost:5672/");

    /// <summary>Further nodes of the broker's cluster as <c>host:port</c>. Default: none.</summary>
    public IReadOnlyList<string> Nodes { get; set; } = [];

    /// <summary>A file that holds the password, so that it is in no environment variable. Default: none.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>
    /// Messages that each queue hands to this instance before it has answered earlier ones. At a kill, at most these are delivered again.
    /// Default: 16.
    /// </summary>
    [Range(1, 1000)]
    public int Prefetch { get; set; } = 16;

    /// <summary>Messages of one queue that this instance works on at once. Default: 4.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 4;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url.Scheme is not ("amqp" or "amqps"))
            yield return new ValidationResult($"'{Url.Scheme}' is not amqp or amqps. Write amqp://user:password@host:5672/.", [nameof(Url)]);
    }

    /// <summary>The address with the password in place.</summary>
    /// <exception cref="IOException">The password file cannot be read.</exception>
    internal Uri ResolveUrl()
    {
        if (PasswordFile is null)
            return Url;
        var user = Url.UserInfo.Split(':')[0];
        var password = Uri.EscapeDataString(File.ReadAllText(PasswordFile).TrimEnd('\r', '\n'));
        return new UriBuilder(Url) { UserName = user, Password = password }.Uri;
    }
}

/// <summary>What carries the messages.</summary>
public enum BusTransport
{
    /// <summary>A broker between processes.</summary>
    RabbitMq,

    /// <summary>Within one process; messages die with it, and the rows publish them again.</summary>
    InMemory,
}
