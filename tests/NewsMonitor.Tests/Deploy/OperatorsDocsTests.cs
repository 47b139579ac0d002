using System.Collections;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsMonitor.Alerting.Delivery;
using NewsMonitor.Dashboard.Gateway;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Database;
using NewsMonitor.Hosting.Seeds;
using NewsMonitor.Hosting.Telemetry;
using NewsMonitor.Ingest.Articles;
using NewsMonitor.TopicTagging.Topics.Preview;

namespace NewsMonitor.Tests.Deploy;

/// <summary>What operators read is what the program does: settings, rules, runbooks, metrics.</summary>
public sealed partial class OperatorsDocsTests
{
    private static readonly string Deploy = Path.Combine(FindRoot(), "deploy");
    private static readonly string Readme = File.ReadAllText(Path.Combine(Deploy, "README.md"));
    private static readonly string Rules = File.ReadAllText(Path.Combine(Deploy, "prometheus", "rules.yml"));
    private static readonly string Panels = File.ReadAllText(Path.Combine(Deploy, "grafana", "dashboards", "newsmonitor.json"));

    private static readonly Dictionary<string, object> Options = new()
    {
        ["Bus"] = new BusOptions(),
        ["Sweep"] = new SweepOptions(),
        ["Database"] = new DatabaseOptions(),
        ["Seeds"] = new SeedOptions(),
        ["Telemetry"] = new TelemetryOptions(),
        ["Retention"] = new RetentionOptions(),
        ["Ingest"] = new IngestOptions(),
        ["Preview"] = new PreviewOptions(),
        ["Alerting"] = new AlertingOptions(),
        ["Gateway"] = new GatewayOptions(),
    };

    [Fact]
    public void Every_setting_is_described_with_its_default()
    {
        var settings = Options.SelectMany(section => section.Value.GetType().GetProperties()
            .Select(property => $"{section.Key}__{property.Name} {Default(property.GetValue(section.Value))}")).Order(StringComparer.Ordinal);
        var described = Setting().Matches(Readme).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value.Trim('`')}").Order(StringComparer.Ordinal);
        Assert.Equal(settings, described);
    }

    [Fact]
    public void No_options_class_is_missing_here()
    {
        var known = Options.Values.Select(options => options.GetType()).ToHashSet();
        // Every service is here: standalone hosts them all.
        var all = Directory.EnumerateFiles(AppContext.BaseDirectory, "NewsMonitor.*.dll").Where(file => !file.Contains("Tests", StringComparison.Ordinal) && !file.Contains("Benchmarks", StringComparison.Ordinal))
            .Select(System.Reflection.Assembly.LoadFrom).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("NewsMonitor", StringComparison.Ordinal) == true && type.Name.EndsWith("Options", StringComparison.Ordinal) && type.IsClass);
        Assert.Empty(all.Except(known));
    }

    [Fact]
    public void Every_rule_has_its_runbook() =>
        Assert.Equal(Alert().Matches(Rules).Select(rule => rule.Groups[1].Value), Runbook().Matches(Readme).Select(heading => heading.Groups[1].Value));

    [Fact]
    public void Rules_and_panels_watch_metrics_that_there_are_and_no_metric_goes_unwatched()
    {
        var metrics = MetricNames();
        var watched = Metric().Matches(Rules + Panels).Select(metric => metric.Value).ToHashSet();
        Assert.Empty(watched.Select(name => Suffix().Replace(name, "")).Except(metrics));
        Assert.Empty(metrics.Except(watched.Select(name => Suffix().Replace(name, ""))));
    }

    // As the exporter writes them: dots become underscores, units are spelt out; what is in braces is a remark.
    private static HashSet<string> MetricNames()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Add(instrument) };
        listener.Start();
        using var state = new PipelineState(null!, Microsoft.Extensions.Options.Options.Create(new TelemetryOptions()), null!, TimeProvider.System, null!);
        _ = new DatabaseSpaceMetrics();
        PipelineMetrics.ArticleMatched(TimeSpan.Zero);
        return names;

        void Add(Instrument instrument)
        {
            if (instrument.Meter.Name != Pipeline.SourceName)
                return;
            var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
            names.Add(instrument.Name.Replace('.', '_') + unit);
        }
    }

    private static string Default(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        string path when path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) => path[AppContext.BaseDirectory.Length..],
        string text => text,
        IEnumerable list when !list.Cast<object>().Any() => "none",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsMonitor.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside a checkout.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `(\w+__\w+)` \| (none|`[^`]*`) \|", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"^### (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Runbook();

    [GeneratedRegex(@"newsmonitor_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(total|bucket|sum|count)$")]
    private static partial Regex Suffix();
}
