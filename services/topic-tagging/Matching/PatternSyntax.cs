using System.Globalization;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// A pattern as written: one phrase, or two that stand near each other. A phrase is a row of parts, a part a choice of word sequences:
/// <c>cooperazione (militare|bellica)</c>.
/// </summary>
/// <param name="Left">The only or the first phrase.</param>
/// <param name="Right">The second phrase of NEAR, or null.</param>
/// <param name="Distance">Words allowed between the two.</param>
/// <param name="Ordered">The first comes first.</param>
internal sealed record PatternSyntax(IReadOnlyList<string[][]> Left, IReadOnlyList<string[][]>? Right, int Distance, bool Ordered)
{
    // A group glued to letters is written out; more combinations than this are a mistake.
    private const int MaxExpansions = 400;

    public static PatternSyntax Parse(string pattern)
    {
        var chunks = SplitOutsideBrackets(pattern);
        var near = chunks.FindIndex(c => c.StartsWith("NEAR/", StringComparison.Ordinal) || c.StartsWith("ONEAR/", StringComparison.Ordinal));
        if (near < 0) return new(Phrase(pattern, chunks), null, 0, false);
        var slash = chunks[near].IndexOf('/', StringComparison.Ordinal) + 1;
        if (!int.TryParse(chunks[near].AsSpan(slash), NumberStyles.None, CultureInfo.InvariantCulture, out var distance)) throw new PatternFormatException(pattern, "NEAR needs a number");
        return new(Phrase(pattern, chunks[..near]), Phrase(pattern, chunks[(near + 1)..]), distance, chunks[near][0] == 'O');
    }

    /// <summary>Tells equal phrases of different patterns.</summary>
    public static string KeyOf(IReadOnlyList<string[][]> phrase) =>
        string.Join('\n', phrase.Select(part => string.Join('|', part.Select(words => string.Join(' ', words)))));

    private static List<string[][]> Phrase(string pattern, List<string> chunks)
    {
        if (chunks.Count == 0) throw new PatternFormatException(pattern, "words are missing");
        return [.. chunks.Select(c => Expand(pattern, c).Select(Words).Where(w => w.Length > 0).ToArray())];
    }

    private static string[] Words(string sequence) => sequence.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> SplitOutsideBrackets(string pattern)
    {
        var chunks = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] == '(') depth++;
            else if (i < pattern.Length && pattern[i] == ')') depth--;
            else if (i == pattern.Length || (char.IsWhiteSpace(pattern[i]) && depth == 0))
            {
                if (i > start) chunks.Add(pattern[start..i]);
                start = i + 1;
            }

            if (depth < 0) break;
        }

        return depth == 0 ? chunks : throw new PatternFormatException(pattern, "brackets do not match");
    }

    // (派遣|派)兵 becomes 派遣兵 and 派兵; a group that stands alone becomes its alternatives.
    private static List<string> Expand(string pattern, string chunk)
    {
        var position = 0;
        var expanded = Choice(pattern, chunk, ref position);
        return position == chunk.Length ? expanded : throw new PatternFormatException(pattern, "brackets do not match");
    }

    private static List<string> Choice(string pattern, string chunk, ref int position)
    {
        var all = Row(pattern, chunk, ref position);
        while (position < chunk.Length && chunk[position] == '|')
        {
            position++;
            all.AddRange(Row(pattern, chunk, ref position));
        }

        return all;
    }

    private static List<string> Row(string pattern, string chunk, ref int position)
    {
        List<string> row = [""];
        while (position < chunk.Length && chunk[position] is not ('|' or ')'))
        {
            List<string> next;
            if (chunk[position] == '(')
            {
                position++;
                next = Choice(pattern, chunk, ref position);
                if (position == chunk.Length) throw new PatternFormatException(pattern, "brackets do not match");
                position++;
            }
            else
            {
                var start = position;
                while (position < chunk.Length && chunk[position] is not ('|' or ')' or '(')) position++;
                next = [chunk[start..position]];
            }

            row = [.. from head in row from tail in next select head + tail];
            if (row.Count > MaxExpansions) throw new PatternFormatException(pattern, "too many alternatives");
        }

        return row;
    }
}
