namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>Tests that count the bytes of the whole process: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MeasuredAlone
{
    public const string Name = "measured alone";
}
