using System.Diagnostics;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>The activity source of the pipeline: one trace leads from the submission of an article to the delivery of its alert.</summary>
public static class Pipeline
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "NewsMonitor";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a step of the pipeline.</summary>
    /// <param name="name">What is done, for example <c>deliver alert</c>.</param>
    /// <param name="traceParent">W3C traceparent that the step continues, as stored with a row; null continues the current activity.</param>
    /// <param name="links">Further traces that the step serves, as when several submissions leave in one message.</param>
    /// <returns>The activity, or null when nobody listens.</returns>
    public static Activity? Start(string name, string? traceParent = null, IEnumerable<string>? links = null)
    {
        var parent = Parse(traceParent) ?? Activity.Current?.Context ?? default;
        var linked = links?.Select(Parse).OfType<ActivityContext>().Select(context => new ActivityLink(context));
        return Source.StartActivity(name, ActivityKind.Internal, parent, links: linked);
    }

    /// <summary>The current trace as a W3C traceparent, to store with a row; null outside a trace.</summary>
    public static string? CurrentTraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    private static ActivityContext? Parse(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : null;
}
