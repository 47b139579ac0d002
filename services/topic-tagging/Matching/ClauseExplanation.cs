using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Why a clause holds or does not.</summary>
/// <param name="Clause">As written, in normal form.</param>
/// <param name="Satisfied">It holds.</param>
/// <param name="Reason">Where it was found, or what failed and what came nearest.</param>
/// <param name="Concept">The concept that was found, for a term.</param>
/// <param name="Spans">Where it was found.</param>
/// <param name="Children">Its operands.</param>
internal sealed record ClauseExplanation(
    string Clause,
    bool Satisfied,
    string Reason,
    string? Concept,
    IReadOnlyList<EvidenceSpan> Spans,
    IReadOnlyList<ClauseExplanation> Children);
