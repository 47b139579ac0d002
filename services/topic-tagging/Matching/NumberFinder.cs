using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Finds the numbers of an article that count a unit: a unit belongs to the number nearest to it in its sentence, before or after it.
/// "50 cases and 3 deaths" counts fifty cases, not three.
/// </summary>
internal sealed class NumberFinder(Article article)
{
    // "50 new confirmed cases", "magnitude of about 6.5".
    private const int MaxWords = 3;
    private const int MaxCharacters = 6;

    private readonly List<FoundNumber> _numbers = NumberReader.Read(article.Stream, article.Input.Languages.Count > 0 ? article.Input.Languages[0] : "und");

    /// <summary>The numbers that satisfy the condition, in reading order.</summary>
    public IEnumerable<TokenRange> Find(NumberCondition condition, int unit)
    {
        var numbers = condition.UnitId is null ? _numbers : OfUnit(condition.UnitId, unit);
        return numbers.Where(n => condition.Holds(n.Value)).Select(n => new TokenRange(n.First, n.Last));
    }

    private IEnumerable<FoundNumber> OfUnit(string id, int unit)
    {
        var found = new SortedSet<int>();
        foreach (var hit in unit < 0 ? [] : article.Concepts.Of(unit))
        {
            if (Nearest(hit.Hit) is var index && index >= 0) found.Add(index);
        }

        for (var i = 0; i < _numbers.Count && NumberSymbols.Has(id); i++)
        {
            var (first, last) = (article.Stream.Tokens[_numbers[i].First], article.Stream.Tokens[_numbers[i].Last]);
            if (NumberSymbols.StandsBeside(id, article.Stream.FieldText(first.Field), first.Start, last.Start + last.Length)) found.Add(i);
        }

        return found.Select(i => _numbers[i]);
    }

    private int Nearest(Hit unit)
    {
        var after = FirstAfter(unit.Last);
        var before = FirstAfter(unit.First) - 1;
        while (before >= 0 && _numbers[before].Last >= unit.First) before--;
        var (distanceAfter, distanceBefore) = (
            after < _numbers.Count ? Distance(unit.Last, _numbers[after].First) : int.MaxValue,
            before >= 0 ? Distance(_numbers[before].Last, unit.First) : int.MaxValue);
        if (Math.Min(distanceAfter, distanceBefore) == int.MaxValue) return -1;
        return distanceBefore <= distanceAfter ? before : after;
    }

    private int Distance(int earlier, int later)
    {
        var stream = article.Stream;
        if (stream.SentenceOf(earlier) != stream.SentenceOf(later)) return int.MaxValue;
        var between = stream.WordsBetween(earlier, later);
        var glyphs = (stream.Tokens[earlier].Traits | stream.Tokens[later].Traits) & (TokenTraits.Glyph | TokenTraits.Hangul);
        return between <= (glyphs == TokenTraits.Glyph ? MaxCharacters : MaxWords) ? between : int.MaxValue;
    }

    private int FirstAfter(int token)
    {
        var (low, high) = (0, _numbers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_numbers[middle].First > token) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
