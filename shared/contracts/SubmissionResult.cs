namespace NewsMonitor.Contracts;

/// <summary>
/// What became of a submission. Sent by ingest to the submitter's reply address; also the body of the 202 answer of <c>POST /api/articles</c>.
/// </summary>
/// <param name="Id">The article's id; null when refused.</param>
/// <param name="Version">The number of this text among the article's texts, from 1; null when refused.</param>
/// <param name="Duplicate">True when exactly this text of this article has been processed already.</param>
/// <param name="Trace">Path of the article's trace, for example <c>/api/articles/{id}/trace</c>; null when refused.</param>
/// <param name="Errors">Why the submission was refused; empty when accepted.</param>
public sealed record SubmissionResult(Guid? Id, int? Version, bool Duplicate, string? Trace, IReadOnlyList<string> Errors)
{
    /// <summary>True when the article is stored and on its way.</summary>
    public bool Accepted => Id is not null;
}
