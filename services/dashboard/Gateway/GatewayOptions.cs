using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.Dashboard.Gateway;

/// <summary>Where the services are. Section <c>Gateway</c>. Several instances of a service stand behind one address.</summary>
internal sealed class GatewayOptions
{
    /// <summary>Address of ingest. Default: port 8081 of this machine.</summary>
    [Required]
    public Uri Ingest { get; set; } = new("http://localhost:8081");

    /// <summary>Address of language-detection. Default: port 8082 of this machine.</summary>
    [Required]
    public Uri LanguageDetection { get; set; } = new("http://localhost:8082");

    /// <summary>Address of topic-tagging. Default: port 8083 of this machine.</summary>
    [Required]
    public Uri TopicTagging { get; set; } = new("http://localhost:8083");

    /// <summary>Address of alerting. Default: port 8084 of this machine.</summary>
    [Required]
    public Uri Alerting { get; set; } = new("http://localhost:8084");
}
