using System.Globalization;

namespace NewsMonitor.Hosting.Database;

/// <summary>Holds a data directory for one process: SQLite allows one writer, and two pipelines on the same rows would work twice.</summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _owner;

    private DataDirectory(string path, FileStream @lock, string owner)
    {
        Path = path;
        _lock = @lock;
        _owner = owner;
    }

    /// <summary>The directory's full path.</summary>
    public string Path { get; }

    /// <summary>Creates the directory when it is missing and locks it until disposal or the end of the process, however that comes.</summary>
    /// <param name="path">The directory.</param>
    /// <exception cref="DataDirectoryInUseException">Another process holds it.</exception>
    /// <exception cref="IOException">It cannot be created or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be created or written by this user.</exception>
    public static DataDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        var owner = System.IO.Path.Combine(full, "owner.pid");
        FileStream file;
        try
        {
            file = new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DataDirectoryInUseException(full, ReadOwner(owner), exception);
        }
        File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DataDirectory(full, file, owner);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_owner);
        _lock.Dispose();
    }

    private static int? ReadOwner(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
