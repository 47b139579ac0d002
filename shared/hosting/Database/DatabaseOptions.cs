using System.ComponentModel.DataAnnotations;

namespace NewsMonitor.Hosting.Database;

/// <summary>Where a service keeps its data. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The folder of the SQLite files, one a service. Default: <c>data</c> below the working directory.</summary>
    [Required]
    public string Directory { get; set; } = "data";
}
