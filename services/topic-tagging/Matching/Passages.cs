using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Chooses the sentences that show a match best: what a reader of an alert sees without opening the article.</summary>
internal static class Passages
{
    /// <summary>How many sentences are shown.</summary>
    public const int Max = 3;

    /// <summary>A longer sentence is cut to this many UTF-16 code units, around its evidence.</summary>
    public const int MaxLength = 300;

    private const int Before = 80;

    /// <summary>The sentences of the body in which most clauses meet, in reading order. The headline is always shown, so it is not among them.</summary>
    public static IReadOnlyList<EvidenceSpan> Of(TokenStream stream, IReadOnlyList<MatchedClause> clauses)
    {
        var evidence = clauses.SelectMany(clause => clause.Spans.Where(span => span.Field == EvidenceSpan.TextField).Select(span => (clause.Clause, span.Start))).ToArray();
        var found = new Dictionary<int, (HashSet<string> Clauses, int First)>();
        foreach (var (clause, start) in evidence)
        {
            var sentence = SentenceAt(stream, start);
            if (!found.TryGetValue(sentence, out var seen)) found[sentence] = seen = ([], start);
            seen.Clauses.Add(clause);
            found[sentence] = seen with { First = Math.Min(seen.First, start) };
        }

        return
        [
            .. found.OrderByDescending(entry => entry.Value.Clauses.Count).ThenBy(entry => entry.Key).Take(Max)
                .OrderBy(entry => entry.Key)
                .Select(entry => Cut(stream, stream.Sentences[entry.Key], entry.Value.First)),
        ];
    }

    private static int SentenceAt(TokenStream stream, int start)
    {
        var (low, high) = (0, stream.Tokens.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var token = stream.Tokens[middle];
            if (token.Field == TextField.Title || token.Start <= start) low = middle;
            else high = middle - 1;
        }

        return stream.Tokens[low].Sentence;
    }

    private static EvidenceSpan Cut(TokenStream stream, Sentence sentence, int evidence)
    {
        var (first, last) = (sentence.First, sentence.Last);
        if (stream.Tokens[last].Start + stream.Tokens[last].Length - stream.Tokens[first].Start > MaxLength)
        {
            while (stream.Tokens[first].Start < evidence - Before) first++;
            while (last > first && stream.Tokens[last].Start + stream.Tokens[last].Length - stream.Tokens[first].Start > MaxLength) last--;
        }

        var start = stream.Tokens[first].Start;
        var length = stream.Tokens[last].Start + stream.Tokens[last].Length - start;
        return new EvidenceSpan(EvidenceSpan.TextField, start, length, stream.Body.Substring(start, length));
    }
}
