using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary>What previews may cost. Section <c>Preview</c>.</summary>
internal sealed class PreviewOptions
{
    /// <summary>The most articles of one preview, the newest. Default: 20,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxArticles { get; set; } = 20_000;

    /// <summary>The longest that one preview reads. Default: 60 seconds, which the gateway waits for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Previews at one time and instance: tagging needs the processor too. Default: 2.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 2;
}
