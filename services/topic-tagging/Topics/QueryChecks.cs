using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Checks what the grammar allows and the matcher cannot mean.</summary>
internal static class QueryChecks
{
    public static void Check(QueryNode node, LexiconSnapshot lexicon, List<TopicError> errors) => Check(node, lexicon, errors, null);

    // within: the operator that asks where its operands stand, if any is around.
    private static void Check(QueryNode node, LexiconSnapshot lexicon, List<TopicError> errors, string? within)
    {
        switch (node)
        {
            case ConceptNode n when !lexicon.TryGet(n.Id, out _):
                var nearest = lexicon.Nearest(n.Id);
                errors.Add(At(n, $"The lexicon has no concept '{n.Id}'.", nearest is null ? null : $"Did you mean {nearest}?"));
                break;
            case NumberNode { UnitId: { } unit } n when !lexicon.TryGet(unit, out _):
                var units = lexicon.Concepts.Where(c => c.Kind == Concept.UnitKind).Select(c => c.Id[(Concept.UnitKind.Length + 1)..]).ToList();
                errors.Add(At(n, $"The lexicon has no unit '{n.Unit}'.", Spelling.Nearest(n.Unit!, units) is { } meant ? $"Did you mean {meant}?" : $"Known are {string.Join(", ", units)}."));
                break;
            case WordNode n:
                CheckLetters(n, n.Pattern, errors);
                break;
            case PhraseNode n:
                CheckLetters(n, n.Pattern, errors);
                break;
            case MetaNode n when within is not null:
                errors.Add(At(n, $"{n.Field}: describes the whole article and has no place in it, so it cannot stand under {within}.", $"Put it beside: … AND {n.Field}:{n.Value}"));
                break;
            case NearNode n:
                CheckNear(n.Left, errors);
                CheckNear(n.Right, errors);
                break;
        }

        foreach (var operand in QueryTree.Operands(node)) Check(operand, lexicon, errors, Asks(node) ?? within);
    }

    private static void CheckNear(QueryNode operand, List<TopicError> errors)
    {
        if (operand is OrNode or)
        {
            foreach (var inner in or.Operands) CheckNear(inner, errors);
        }
        else if (operand is not (WordNode or PhraseNode or ConceptNode or NumberNode or ExceptNode or NearNode))
        {
            errors.Add(At(operand, "NEAR takes words, phrases, concepts, or ORs of them.", "Use SENTENCE between larger clauses."));
        }
    }

    private static void CheckLetters(QueryNode node, string pattern, List<TopicError> errors)
    {
        try
        {
            _ = new PhraseCompiler(FoldingProfile.Default, false).Compile(LiteralIndex.Parts(pattern), pattern);
        }
        catch (PatternFormatException exception)
        {
            errors.Add(At(node, exception.Message, "Write a word with letters or digits."));
        }
    }

    private static string? Asks(QueryNode node) => node switch
    {
        NearNode => QueryOperators.Near,
        UnitNode n => n.Paragraph ? QueryOperators.Paragraph : QueryOperators.Sentence,
        FieldNode n => n.Field + ":",
        ExceptNode => QueryOperators.Except,
        AtLeastNode => QueryOperators.AtLeast,
        LedeNode => QueryOperators.Lede,
        _ => null,
    };

    private static TopicError At(QueryNode node, string message, string? hint) => new("match", node.Position, message, hint);
}
