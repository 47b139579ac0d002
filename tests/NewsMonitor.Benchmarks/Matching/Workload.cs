using System.Diagnostics;
using System.Globalization;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>A text of the workload.</summary>
internal sealed record WorkloadDocument(int Number, string Language, string Text);

/// <summary>Reads the shared workload: documents, queries, verified answers. The files are compressed with xz, which must be installed.</summary>
internal sealed class Workload(string folder)
{
    public IReadOnlyList<WorkloadDocument> Documents { get; } = ReadDocuments(Path.Combine(folder, "docs-1000.tsv.xz"));

    /// <summary>Other texts of the same kind, for statistics of words.</summary>
    public IReadOnlyList<WorkloadDocument> Training { get; } = ReadDocuments(Path.Combine(folder, "train-1000.tsv.xz"));

    /// <summary>The first queries as s-expressions.</summary>
    public IReadOnlyList<string> Queries(int count) =>
        [.. ReadLines(Path.Combine(folder, "queries-100000.tsv.xz")).Take(count).Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])];

    /// <summary>The verified answers for a number of queries, by document, or null when there are none. Not every document may have one.</summary>
    public IReadOnlyDictionary<int, HashSet<int>>? Answers(int queries)
    {
        var path = queries == 100_000 ? "matches-100000-queries-300-docs.tsv.xz" : $"matches-{queries}-queries.tsv.xz";
        return File.Exists(Path.Combine(folder, path))
            ? ReadLines(Path.Combine(folder, path)).Select(line => line.Split('\t')).ToDictionary(parts => Number(parts[0]), parts => Numbers(parts[1]))
            : null;
    }

    private static HashSet<int> Numbers(string list) => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static WorkloadDocument[] ReadDocuments(string path) =>
        [.. ReadLines(path).Select(line => line.Split('\t', 3)).Select(parts => new WorkloadDocument(Number(parts[0]), parts[1], parts[2]))];

    private static List<string> ReadLines(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("xz cannot be started.");
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line) lines.Add(line);
        process.WaitForExit();
        return process.ExitCode == 0 ? lines : throw new InvalidDataException($"xz cannot read {path}.");
    }
}
