namespace NewsMonitor.Tests.Architecture;

public sealed class TopLevelTests
{
    private static readonly string[] Allowed =
    [
        "services", "shared", "tests", "seeds", "deploy", "docker-compose.yml", "NewsMonitor.sln", "README.md",
        "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", "test.sh", "LICENSE",
    ];

    // Not in version control: what a first start leaves, when it is started here.
    private static readonly string[] Left = ["data"];

    [Fact]
    public void Repository_has_nothing_at_its_top_that_is_not_agreed()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "NewsMonitor.sln")))
            root = root.Parent!;
        var present = root.EnumerateFileSystemInfos().Select(entry => entry.Name).Where(name => !name.StartsWith('.'));
        Assert.Empty(present.Except(Allowed).Except(Left));
    }
}
