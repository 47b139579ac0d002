using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Turns hits into passages of the stored text.</summary>
internal static class Evidence
{
    /// <summary>More passages than this prove nothing more.</summary>
    public const int MaxSpans = 10;

    /// <summary>The clauses that a match rests on, each with the passages that take part in it.</summary>
    public static IReadOnlyList<MatchedClause> Of(Article article, ClauseEvaluator evaluator, Clause root)
    {
        var result = evaluator.Evaluate(root);
        var terms = result.Occurrences.Count > 0 ? result.Occurrences.SelectMany(o => o.Terms()) : SatisfiedTerms(evaluator, root);
        return
        [
            .. terms.GroupBy(t => (Clause: t.Term!.Text, t.Found.Concept))
                .OrderBy(g => g.Min(t => t.First)).ThenBy(g => g.Key.Clause, StringComparer.Ordinal)
                .Select(g => new MatchedClause(g.Key.Clause, Concept(article, g.Key.Concept), Spans(article, g.Select(t => t.Found.Hit)))),
        ];
    }

    public static IReadOnlyList<EvidenceSpan> Spans(Article article, IEnumerable<Hit> hits) =>
        [.. hits.SelectMany(Ranges).Distinct().OrderBy(r => r.First).Take(MaxSpans).Select(r => Span(article.Stream, r))];

    public static string? Concept(Article article, int ordinal) => ordinal < 0 ? null : article.Concepts.Lexicon[ordinal].Id;

    private static IEnumerable<Occurrence> SatisfiedTerms(ClauseEvaluator evaluator, Clause clause)
    {
        var result = evaluator.Evaluate(clause);
        if (!result.Satisfied) return [];
        if (result.Occurrences.Count > 0) return result.Occurrences.SelectMany(o => o.Terms());
        var operands = clause.Kind is ClauseKind.AndNot or ClauseKind.Except ? clause.Operands.Take(1) : clause.Operands;
        return operands.SelectMany(o => SatisfiedTerms(evaluator, o));
    }

    private static IEnumerable<TokenRange> Ranges(Hit hit) => hit.IsSplit ? [hit.Left, hit.Right] : [hit.Left];

    private static EvidenceSpan Span(TokenStream stream, TokenRange range)
    {
        var (first, last) = (stream.Tokens[range.First], stream.Tokens[range.Last]);
        var length = last.Start + last.Length - first.Start;
        var field = first.Field == TextField.Title ? EvidenceSpan.TitleField : EvidenceSpan.TextField;
        return new EvidenceSpan(field, first.Start, length, stream.FieldText(first.Field).Substring(first.Start, length));
    }
}
