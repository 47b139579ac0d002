using System.Diagnostics.Metrics;

namespace NewsMonitor.Hosting.Telemetry;

/// <summary>
/// What the services count and measure, besides what ASP.NET Core and the bus measure of themselves (HTTP requests; deliveries, consumers
/// and their durations). Rules and panels that watch these are in <c>deploy/prometheus</c> and <c>deploy/grafana</c>.
/// </summary>
public static class PipelineMetrics
{
    private static readonly Meter Meter = new(Pipeline.SourceName);

    private static readonly Counter<long> Submitted = Meter.CreateCounter<long>(
        "newsmonitor.articles.submitted", "{article}", "Articles that were submitted, by result: accepted, duplicate or refused.");

    private static readonly Counter<long> Tagged = Meter.CreateCounter<long>(
        "newsmonitor.articles.tagged", "{article}", "Articles that were tagged, by language.");

    private static readonly Counter<long> Matched = Meter.CreateCounter<long>(
        "newsmonitor.topics.matched", "{article}", "Articles that a topic matched, by topic.");

    private static readonly Counter<long> Alerts = Meter.CreateCounter<long>(
        "newsmonitor.alerts", "{alert}", "Alerts, by topic and by what happened: raised or updated.");

    private static readonly Histogram<double> Matching = Meter.CreateHistogram<double>(
        "newsmonitor.matcher.duration", "s", "Time that matching one article against all topics takes.", advice: Seconds(0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5));

    private static readonly Histogram<double> Stage = Meter.CreateHistogram<double>(
        "newsmonitor.stage.duration", "s", "From the storing of an article's version to the end of the stage.", advice: Seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200));

    /// <summary>An article was submitted.</summary>
    /// <param name="result"><c>accepted</c>, <c>duplicate</c> or <c>refused</c>.</param>
    public static void ArticleSubmitted(string result) => Submitted.Add(1, Tag("result", result));

    /// <summary>An article was tagged, for the first time.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="topics">Ids of the topics that match.</param>
    public static void ArticleTagged(string language, IEnumerable<string> topics)
    {
        Tagged.Add(1, Tag("language", language));
        foreach (var topic in topics)
            Matched.Add(1, Tag("topic", topic));
    }

    /// <summary>An alert was raised or updated.</summary>
    /// <param name="topic">The topic's id.</param>
    /// <param name="raised">False for an update.</param>
    public static void Alerted(string topic, bool raised) => Alerts.Add(1, Tag("topic", topic), Tag("what", raised ? "raised" : "updated"));

    /// <summary>An article was matched against all topics.</summary>
    /// <param name="took">How long that took.</param>
    public static void ArticleMatched(TimeSpan took) => Matching.Record(took.TotalSeconds);

    /// <summary>A stage has done its part.</summary>
    /// <param name="stage"><c>tagged</c>, or <c>alerted</c> when its alert is raised or updated.</param>
    /// <param name="since">When the article's version was stored.</param>
    /// <param name="now">The time.</param>
    public static void StageDone(string stage, DateTimeOffset since, DateTimeOffset now) =>
        Stage.Record(Math.Max(0, (now - since).TotalSeconds), Tag("stage", stage));

    /// <summary>Makes a number visible that is read whenever metrics are collected.</summary>
    internal static void Observe(string name, string unit, string description, Func<IEnumerable<Measurement<double>>> read) =>
        Meter.CreateObservableGauge(name, read, unit, description);

    internal static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static InstrumentAdvice<double> Seconds(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };
}
