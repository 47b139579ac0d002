namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Evaluates clauses on one article, each at most once.</summary>
internal sealed class ClauseEvaluator(Article article, int clauses)
{
    // A term found more often than this in one article adds nothing but time.
    private const int MaxOccurrences = 2_000;

    private readonly ClauseResult?[] _results = new ClauseResult?[clauses];

    private NumberFinder? _numbers;

    public Article Article => article;

    public ClauseResult Evaluate(Clause clause) => _results[clause.Id] ??= Compute(clause);

    private ClauseResult Compute(Clause clause) => clause.Kind switch
    {
        ClauseKind.Literal => Literal(clause),
        ClauseKind.Concept => ClauseResult.At([.. article.Concepts.Of(clause.Number).Take(MaxOccurrences).Select(h => new Occurrence(clause, h))]),
        ClauseKind.Number => Number(clause),
        ClauseKind.Property => ArticleProperties.Has(article.Input, clause.Property.Name, clause.Property.Value) ? ClauseResult.WholeArticle : ClauseResult.Unsatisfied,
        ClauseKind.Title or ClauseKind.Body => Within(clause),
        ClauseKind.And => Conjunction.Evaluate(article.Stream, [.. clause.Operands.Select(Evaluate)]),
        ClauseKind.AndNot => Evaluate(clause.Operands[1]).Satisfied ? ClauseResult.Unsatisfied : Evaluate(clause.Operands[0]),
        ClauseKind.Or => Union(clause.Operands.Select(Evaluate)),
        ClauseKind.Near or ClauseKind.OrderedNear or ClauseKind.Sentence or ClauseKind.Paragraph => Join(clause),
        ClauseKind.Except => Except(clause),
        ClauseKind.AtLeast => AtLeast(clause),
        ClauseKind.Count => Count(clause),
        ClauseKind.Lede => ClauseResult.At([.. Evaluate(clause.Operands[0]).Occurrences.Where(o => article.Stream.Tokens[o.Last].Word < clause.Number)]),
        ClauseKind.About => LevelRules.Judge(article, Evaluate(clause.Operands[0])) is { Level: >= Contracts.TopicLevel.Substantial } ? Evaluate(clause.Operands[0]) : ClauseResult.Unsatisfied,
        ClauseKind.Score => Score(clause),
        ClauseKind.Topic => Evaluate(clause.Operands[0]),
        _ => throw new InvalidOperationException($"No evaluation for {clause.Kind}."),
    };

    private ClauseResult Literal(Clause clause) =>
        article.Literals.TryGetValue(clause.Number, out var ranges)
            ? ClauseResult.At([.. ranges.Take(MaxOccurrences).Select(r => new Occurrence(clause, new ConceptHit(new Hit(r, r), -1)))])
            : ClauseResult.Unsatisfied;

    private ClauseResult Number(Clause clause)
    {
        _numbers ??= new NumberFinder(article);
        var unit = clause.Operands.Count > 0 ? clause.Operands[0].Number : -1;
        return ClauseResult.At([.. _numbers.Find(clause.Condition!, unit).Take(MaxOccurrences).Select(range => new Occurrence(clause, new ConceptHit(new Hit(range, range), unit)))]);
    }

    private ClauseResult Within(Clause clause)
    {
        var field = clause.Kind == ClauseKind.Title ? Text.TextField.Title : Text.TextField.Body;
        var tokens = article.Stream;
        return ClauseResult.At([.. Evaluate(clause.Operands[0]).Occurrences.Where(o => tokens.Tokens[o.First].Field == field && tokens.Tokens[o.Last].Field == field)]);
    }

    private ClauseResult Join(Clause clause)
    {
        var stream = article.Stream;
        Func<int, int, int> between = clause.Kind switch
        {
            ClauseKind.Sentence => stream.SentencesBetween,
            ClauseKind.Paragraph => (earlier, later) => stream.ParagraphOf(later) - stream.ParagraphOf(earlier),
            _ => stream.WordsBetween,
        };
        var (left, right) = (Evaluate(clause.Operands[0]), Evaluate(clause.Operands[1]));
        return ClauseResult.At(new OccurrenceJoin(stream, between, clause.Number, clause.Kind == ClauseKind.OrderedNear).Join(left.Occurrences, right.Occurrences));
    }

    private static ClauseResult Union(IEnumerable<ClauseResult> results)
    {
        var satisfied = results.Where(r => r.Satisfied).ToList();
        if (satisfied.Count == 0) return ClauseResult.Unsatisfied;
        return new(true, satisfied.Any(r => r.Everywhere), [.. satisfied.SelectMany(r => r.Occurrences).OrderBy(o => o.First).ThenBy(o => o.Last)]);
    }

    private ClauseResult Except(Clause clause)
    {
        var excluded = Evaluate(clause.Operands[1]).Occurrences;
        var remaining = Evaluate(clause.Operands[0]).Occurrences.Where(o => !excluded.Any(x => x.First <= o.Last && o.First <= x.Last));
        return ClauseResult.At([.. remaining]);
    }

    private ClauseResult AtLeast(Clause clause)
    {
        var result = Evaluate(clause.Operands[0]);
        var (count, reach) = (0, -1);
        foreach (var occurrence in result.Occurrences.OrderBy(o => o.Last))
        {
            if (occurrence.First <= reach) continue;
            (count, reach) = (count + 1, occurrence.Last);
        }

        return count >= clause.Number ? result : ClauseResult.Unsatisfied;
    }

    private ClauseResult Count(Clause clause)
    {
        var results = clause.Operands.Select(Evaluate).Where(r => r.Satisfied).ToList();
        return results.Count >= clause.Number ? Union(results) : ClauseResult.Unsatisfied;
    }

    private ClauseResult Score(Clause clause)
    {
        var found = clause.Operands.Select((o, i) => (Result: Evaluate(o), Weight: clause.Weights[i])).Where(f => f.Result.Satisfied).ToList();
        return found.Sum(f => f.Weight) >= clause.Number ? Union(found.Select(f => f.Result)) : ClauseResult.Unsatisfied;
    }
}
