namespace NewsMonitor.Contracts;

/// <summary>Alerting has stored all alerts that these articles call for, possibly none. Published by alerting; consumed by topic-tagging.</summary>
/// <param name="Items">1 to 64 article versions.</param>
public sealed record ArticlesAlerted(IReadOnlyList<ArticleVersion> Items);

/// <summary>Names one version of an article.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version's number, from 1.</param>
public sealed record ArticleVersion(Guid Id, int Version);
