using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A topic ready to match.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people read.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Notify">The level from which articles alert.</param>
/// <param name="Fingerprint">Tells definitions apart, within one run of the program.</param>
/// <param name="Root">Where its query is stored.</param>
internal readonly record struct CompiledTopic(string Id, string Name, int Version, TopicLevel Notify, int Fingerprint, int Root)
{
    /// <summary>A topic whose query is not stored yet.</summary>
    public static CompiledTopic Of(TopicDefinition topic, int version) => new(topic.Id, topic.Name, version, topic.Notify, FingerprintOf(topic, version), -1);

    /// <summary>The fingerprint of a definition. A topic that was deleted and made anew begins at version 1 again, so the version is not enough.</summary>
    public static int FingerprintOf(TopicDefinition topic, int version) => HashCode.Combine(version, topic.Match, topic.Name, topic.Notify, topic.Enabled);
}
