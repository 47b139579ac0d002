using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>Shows the room that databases have, as last read.</summary>
internal sealed class DatabaseSpaceMetrics
{
    private readonly ConcurrentDictionary<string, DatabaseSpace> _spaces = new();

    public DatabaseSpaceMetrics()
    {
        Observe("newsmonitor.database.available", "Room for more in the database: on disk, below its limit and in deleted rows.", space => space.Available);
        Observe("newsmonitor.database.low", "Room below which old articles are deleted before their time.", space => space.Low);
    }

    /// <summary>Replaces what is shown of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="space">Null when it is not watched.</param>
    public void Show(string schema, DatabaseSpace? space)
    {
        if (space is not null)
            _spaces[schema] = space;
    }

    private void Observe(string name, string description, Func<DatabaseSpace, double> read) => PipelineMetrics.Observe(
        name, "By", description, () => _spaces.Select(space => new Measurement<double>(read(space.Value), PipelineMetrics.Tag("schema", space.Key))));
}
