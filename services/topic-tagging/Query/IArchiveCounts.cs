namespace NewsMonitor.TopicTagging.Query;

/// <summary>How often a clause is found in the archive. Whoever has an archive at hand implements it; without one the lint judges by the form alone.</summary>
internal interface IArchiveCounts
{
    /// <summary>The share of the archive's recent articles, 0 to 1, in which the clause holds by itself; null when nobody has counted.</summary>
    double? ShareOf(QueryNode clause);
}
