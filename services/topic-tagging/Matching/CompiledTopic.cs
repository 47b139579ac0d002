using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A topic ready to match.</summary>
internal sealed record CompiledTopic(string Id, string Name, int Version, TopicLevel Notify, Clause Root);
