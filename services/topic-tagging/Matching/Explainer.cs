namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Says of every clause where it was found, or what failed and what came nearest.</summary>
internal sealed class Explainer(Article article, ClauseEvaluator evaluator)
{
    private const int MaxPlaces = 5;

    public ClauseExplanation Explain(Clause clause)
    {
        var result = evaluator.Evaluate(clause);
        var hits = clause.IsTerm ? result.Occurrences.Select(o => o.Found).ToList() : [];
        return new ClauseExplanation(
            clause.Text,
            result.Satisfied,
            result.Satisfied ? Where(result) : WhyNot(clause),
            hits.Count > 0 ? Evidence.Concept(article, hits[0].Concept) : null,
            Evidence.Spans(article, hits.Select(h => h.Hit)),
            [.. clause.Operands.Select(Explain)]);
    }

    private string WhyNot(Clause clause)
    {
        switch (clause.Kind)
        {
            case ClauseKind.Literal or ClauseKind.Concept:
                return "nowhere";
            case ClauseKind.Number:
                return clause.Operands.Count > 0 && evaluator.Evaluate(clause.Operands[0]) is { Satisfied: true } unit ? $"the unit stands {Where(unit)}, without such a number" : "nowhere";
            case ClauseKind.Property:
                return $"the article's {clause.Property.Name} is another";
            case ClauseKind.AndNot when evaluator.Evaluate(clause.Operands[0]).Satisfied:
                return $"excluded by {clause.Operands[1].Text} {Where(evaluator.Evaluate(clause.Operands[1]))}";
            case ClauseKind.Near or ClauseKind.OrderedNear or ClauseKind.Sentence or ClauseKind.Paragraph or ClauseKind.And:
                return Failing(clause);
            case ClauseKind.AtLeast:
                return $"{evaluator.Evaluate(clause.Operands[0]).Occurrences.Count} of {clause.Number}";
            case ClauseKind.Count:
                return $"{clause.Operands.Count(o => evaluator.Evaluate(o).Satisfied)} of {clause.Number}";
            case ClauseKind.Score:
                return $"{clause.Operands.Select((o, i) => evaluator.Evaluate(o).Satisfied ? clause.Weights[i] : 0).Sum()} of {clause.Number}";
            case ClauseKind.Or:
                return "none of them";
            default:
                return evaluator.Evaluate(clause.Operands[0]).Satisfied ? $"found {Where(evaluator.Evaluate(clause.Operands[0]))}, not as required" : "nowhere";
        }
    }

    private string Failing(Clause clause)
    {
        var results = clause.Operands.Select(o => (Clause: o, Result: evaluator.Evaluate(o))).ToList();
        if (results.TrueForAll(r => r.Result.Satisfied)) return Nearest(clause.Kind, results[0].Result, results[1].Result);
        return string.Join(", ", results.Select(r => r.Result.Satisfied ? $"{r.Clause.Text} found {Where(r.Result)}" : $"{r.Clause.Text} nowhere"));
    }

    private string Nearest(ClauseKind kind, ClauseResult left, ClauseResult right)
    {
        var stream = article.Stream;
        var (unit, distance) = ("", int.MaxValue);
        foreach (var a in left.Occurrences.Take(200))
        {
            foreach (var b in right.Occurrences.Take(200))
            {
                var (earlier, later) = a.First <= b.First ? (a, b) : (b, a);
                if (earlier.Last >= later.First) continue;
                var (name, between) = kind switch
                {
                    ClauseKind.Sentence => ("sentences apart", stream.SentencesBetween(earlier.Last, later.First)),
                    ClauseKind.Paragraph => ("paragraphs apart", stream.ParagraphOf(later.First) - stream.ParagraphOf(earlier.Last)),
                    _ => ("words between", stream.WordsBetween(earlier.Last, later.First)),
                };
                if (between < distance) (unit, distance) = (name, between);
            }
        }

        return distance == int.MaxValue ? "both found, but in the same words or in different fields" : $"both found, nearest {distance} {unit}";
    }

    private string Where(ClauseResult result)
    {
        if (result.Occurrences.Count == 0) return result.Everywhere ? "for the whole article" : "in different paragraphs";
        var places = result.Occurrences.Select(o => article.Stream.ParagraphOf(o.First)).Distinct().Order().ToList();
        var named = places.Where(p => p > 0).Take(MaxPlaces).ToList();
        var rest = places.Count(p => p > 0) > MaxPlaces ? " …" : "";
        var paragraphs = named.Count == 0 ? "" : $"in paragraph{(named.Count > 1 ? "s" : "")} {string.Join(", ", named)}{rest}";
        return places[0] != 0 ? paragraphs : named.Count == 0 ? "in the title" : $"in the title, {paragraphs}";
    }
}
