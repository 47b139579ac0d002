namespace NewsMonitor.EndToEndTests;

/// <summary>Where things are in the checkout.</summary>
internal static class Repository
{
    /// <summary>The checkout's root.</summary>
    public static string Root { get; } = Find();

    /// <summary>The standalone program as built beside this test, in the same configuration.</summary>
    public static string Program
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            return Path.Combine(Root, "services", "standalone", "bin", configuration, "net10.0", "newsmonitor.dll");
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsMonitor.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run outside a checkout.");
    }
}
