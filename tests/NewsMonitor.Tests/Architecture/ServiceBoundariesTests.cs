using System.Reflection;
using NewsMonitor.Alerting;
using NewsMonitor.Dashboard;
using NewsMonitor.Ingest;
using NewsMonitor.LanguageDetection;
using NewsMonitor.TopicTagging;

namespace NewsMonitor.Tests.Architecture;

public sealed class ServiceBoundariesTests
{
    private static readonly string Root = FindRoot();
    private static readonly string[] Services = [.. Directory.EnumerateDirectories(Path.Combine(Root, "services")).Select(path => Path.GetFileName(path))];

    private static readonly Assembly[] Assemblies =
        [typeof(IngestModule).Assembly, typeof(LanguageDetectionModule).Assembly, typeof(TopicTaggingModule).Assembly, typeof(AlertingModule).Assembly, typeof(DashboardModule).Assembly];

    [Fact]
    public void No_service_project_references_another() =>
        Assert.Empty(Services.SelectMany(service => ServiceBoundaries.Violations(service, Read(ProjectOf($"services/{service}")), Services)));

    [Fact]
    public void Reference_to_another_service_is_seen()
    {
        const string Project = """<Project><ItemGroup><ProjectReference Include="../alerting/NewsMonitor.Alerting.csproj" /></ItemGroup></Project>""";
        Assert.Single(ServiceBoundaries.Violations("ingest", Project, ["ingest", "alerting"]));
        Assert.Empty(ServiceBoundaries.Violations("standalone", Project, ["standalone", "alerting"]));
    }

    [Fact]
    public void No_service_assembly_uses_another()
    {
        var names = Assemblies.Select(assembly => assembly.GetName().Name!).ToHashSet();
        Assert.Equal(5, names.Count);
        Assert.All(Assemblies, assembly => Assert.DoesNotContain(assembly.GetReferencedAssemblies(), reference => names.Contains(reference.Name!)));
    }

    [Fact]
    public void Contracts_reference_nothing()
    {
        var project = Read(ProjectOf("shared/contracts"));
        Assert.Empty(ServiceBoundaries.References(project, "PackageReference"));
        Assert.Empty(ServiceBoundaries.References(project, "ProjectReference"));
    }

    [Fact]
    public void Every_program_is_a_table_of_contents() =>
        Assert.All(Services, service => Assert.Empty(ServiceBoundaries.ProgramFaults(Read(Path.Combine(Root, "services", service, "Program.cs")))));

    [Fact]
    public void Program_with_a_lambda_or_too_many_lines_is_seen() =>
        Assert.Equal(2, ServiceBoundaries.ProgramFaults(string.Concat(Enumerable.Repeat("app.Map(x => x);\n", 16))).Count);

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(ServiceBoundaries.EmptyNames(Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("NewsMonitor", StringComparison.Ordinal) == true).Select(type => type.Name)));

    [Fact]
    public void Name_that_says_nothing_is_seen() => Assert.Equal(["TopicManager", "Extensions"], ServiceBoundaries.EmptyNames(["TopicManager", "TopicStore", "Extensions"]));

    private static string ProjectOf(string folder) => Assert.Single(Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj"));

    private static string Read(string path) => File.ReadAllText(path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsMonitor.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside a checkout.");
        return folder.FullName;
    }
}
