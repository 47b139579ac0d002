namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>A deployment for tests that neither kill nor stop anything: starting one costs more than most tests.</summary>
public sealed class SharedDeployment : IAsyncLifetime
{
    private Deployment? _deployment;

    internal Deployment Deployment => _deployment!;

    public async ValueTask InitializeAsync() => _deployment = await Deployment.StartAsync(tagging: 2);

    public async ValueTask DisposeAsync()
    {
        if (_deployment is not null)
            await _deployment.DisposeAsync();
    }
}

/// <summary>Tests on one deployment, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDeploymentCollection : ICollectionFixture<SharedDeployment>
{
    public const string Name = "shared deployment";
}
