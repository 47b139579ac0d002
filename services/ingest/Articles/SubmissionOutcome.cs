using NewsMonitor.Contracts;

namespace NewsMonitor.Ingest.Articles;

/// <summary>What became of a submission, with the errors by field for HTTP.</summary>
internal sealed record SubmissionOutcome(SubmissionResult Result, SubmissionErrors Errors);

/// <summary>Makes results.</summary>
internal static class SubmissionResults
{
    public static SubmissionResult Accepted(Storage.ArticleVersion version, bool duplicate) =>
        new(version.ArticleId, version.Number, duplicate, $"/api/articles/{version.ArticleId}/trace", []);

    public static SubmissionResult Refused(SubmissionErrors errors) => new(null, null, false, null, errors.Sentences);
}
