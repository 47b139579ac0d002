using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsMonitor.Benchmarks;

/// <summary>A dated file of results, written to the console at the same time.</summary>
internal sealed class Report : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly string _name;

    public Report(string name, string command)
    {
        _name = name;
        Line($"# {name}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}");
        Line("");
        Line($"`dotnet run -c Release --project tests/NewsMonitor.Benchmarks -- {command}`");
        Line("");
        Line($"{Processor()}, {Environment.ProcessorCount} processors, load {Load()}; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}.");
        Line("");
    }

    public void Line(FormattableString line) => Line(line.ToString(CultureInfo.InvariantCulture));

    public void Line(string line)
    {
        Console.WriteLine(line);
        _text.AppendLine(line);
    }

    public void Dispose()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "../../../results");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{_name}-{TimeProvider.System.GetUtcNow():yyyy-MM-dd}.md"), _text.ToString().TrimEnd() + "\n");
    }

    private static string Processor() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
