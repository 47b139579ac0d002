namespace NewsMonitor.Hosting.Seeds;

/// <summary>What a first start loads. Section <c>Seeds</c>.</summary>
public sealed class SeedOptions
{
    /// <summary>The folder with <c>topics/</c>, <c>articles/</c> and <c>subscriptions.yaml</c>. Default: <c>seeds</c> beside the program.</summary>
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Whether topics and subscriptions are loaded. Default: yes.</summary>
    public bool Load { get; set; } = true;

    /// <summary>Whether the demo articles are submitted. Default: no; <c>standalone</c> says yes.</summary>
    public bool Articles { get; set; }
}
