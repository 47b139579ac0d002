namespace NewsMonitor.Hosting.Database;

/// <summary>Another process holds the data directory.</summary>
/// <param name="path">The directory.</param>
/// <param name="owner">The other process's id, if known.</param>
/// <param name="inner">What the file system said.</param>
public sealed class DataDirectoryInUseException(string path, int? owner, Exception inner)
    : Exception(
        $"Another NewsMonitor{(owner is null ? "" : $" (process {owner})")} is using the data directory {path}. Stop it, or choose another directory with --data DIR.",
        inner);
