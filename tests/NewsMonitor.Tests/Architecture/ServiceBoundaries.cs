using System.Xml.Linq;

namespace NewsMonitor.Tests.Architecture;

/// <summary>What a project file may reference. Pure, so that each rule can be seen failing.</summary>
internal static class ServiceBoundaries
{
    private const string Composer = "standalone";

    /// <summary>References from one service to another. Only standalone, which composes them, may have any.</summary>
    /// <param name="folder">The referencing service's folder name.</param>
    /// <param name="csproj">Its project file.</param>
    /// <param name="services">All services' folder names.</param>
    public static IReadOnlyList<string> Violations(string folder, string csproj, IReadOnlyCollection<string> services) => folder == Composer
        ? []
        : [.. References(csproj, "ProjectReference").Where(path => services.Any(service => service != folder && path.Split('/', '\\').Contains(service))).Select(path => $"{folder} references {path}")];

    /// <summary>Everything that a project references.</summary>
    public static IReadOnlyList<string> References(string csproj, string kind) =>
        [.. XDocument.Parse(csproj).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value)];

    /// <summary>Why a Program.cs is not a table of contents; empty when it is.</summary>
    public static IReadOnlyList<string> ProgramFaults(string source)
    {
        var lines = source.TrimEnd().Split('\n').Length;
        return [.. lines > 15 ? (string[])[$"{lines} lines"] : [], .. source.Contains("=>", StringComparison.Ordinal) ? (string[])["a lambda"] : []];
    }

    /// <summary>Type and file names that say nothing.</summary>
    public static IReadOnlyList<string> EmptyNames(IEnumerable<string> names) =>
        [.. names.Where(name => name == "Extensions" || ((string[])["Manager", "Helper", "Helpers", "Utils", "Common"]).Any(word => name.EndsWith(word, StringComparison.Ordinal)))];
}
