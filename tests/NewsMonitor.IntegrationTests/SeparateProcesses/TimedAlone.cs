namespace NewsMonitor.IntegrationTests.SeparateProcesses;

/// <summary>Tests of times that the product promises: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class TimedAlone
{
    public const string Name = "timed alone";
}
