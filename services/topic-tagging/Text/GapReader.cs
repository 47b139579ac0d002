namespace NewsMonitor.TopicTagging.Text;

/// <summary>Decides from the characters between two tokens whether a sentence or a paragraph ends there.</summary>
internal static class GapReader
{
    // Nobody wraps lines at this width, so the line is a whole paragraph of a text without empty lines.
    private const int UnwrappedLine = 120;

    // A line that ends well before any usual wrapping width is a heading, a byline or an item of a list.
    private const int ShortLine = 50;

    // Characters at which something may end or be glued; between most words there are none of them.
    private static readonly bool[] Matters = MakeMatters();

    /// <summary>True when the gap is not empty and nothing in it can end a sentence or join two tokens.</summary>
    public static bool IsInert(string text, int start, int end)
    {
        ReadOnlySpan<bool> matters = Matters;
        for (var i = start; i < end; i++)
        {
            if (matters[text[i]]) return false;
        }

        return end > start;
    }

    /// <summary>Reads a gap.</summary>
    /// <param name="text">The whole field.</param>
    /// <param name="start">Where the gap begins.</param>
    /// <param name="end">Where the next token begins.</param>
    /// <param name="lineStart">Where the line that the gap interrupts began.</param>
    /// <param name="stopEndsNothing">The token before is an abbreviation, an initial or a short number: its full stop is its own.</param>
    public static Gap Read(string text, int start, int end, int lineStart, bool stopEndsNothing)
    {
        var gap = text.AsSpan(start, end - start);
        var newline = gap.IndexOfAny('\n', '\r', '\u2029');
        if (newline >= 0)
        {
            var length = start + newline - lineStart;
            if (IsBlankLine(gap[newline..]) || length >= UnwrappedLine) return Gap.Paragraph;
            if (length < ShortLine || BeginsItem(gap[newline..])) return Gap.Sentence;
        }

        return EndsSentence(gap, text[end], stopEndsNothing) ? Gap.Sentence : Gap.None;
    }

    private static bool[] MakeMatters()
    {
        var matters = new bool[char.MaxValue + 1];
        for (var i = 0; i < matters.Length; i++) matters[i] = CharClasses.Of((char)i) != CharClass.Separator || char.IsSurrogate((char)i);
        foreach (var c in "\n\r\u2029!?….。！？｡؟۔।॥។၊။•|・·‧＝") matters[c] = true;
        return matters;
    }

    private static bool IsBlankLine(ReadOnlySpan<char> fromNewline)
    {
        if (fromNewline[0] == '\u2029') return true;
        var newlines = 0;
        foreach (var c in fromNewline)
        {
            if (c == '\n') newlines++;
            else if (!char.IsWhiteSpace(c)) return false;
            if (newlines == 2) return true;
        }

        return false;
    }

    private static bool BeginsItem(ReadOnlySpan<char> fromNewline) => fromNewline.TrimStart() is ['-' or '–' or '—' or '•' or '*' or '·' or '▪' or '|' or '◆' or '■' or '▲', ..];

    private static bool EndsSentence(ReadOnlySpan<char> gap, char next, bool stopEndsNothing)
    {
        for (var i = 0; i < gap.Length; i++)
        {
            switch (gap[i])
            {
                case '。' or '！' or '？' or '｡' or '؟' or '۔' or '।' or '॥' or '។' or '၊' or '။' or '•' or '|':
                    return true;
                case '!' or '?' or '…':
                    if (IsFollowedBySpace(gap[(i + 1)..]) && !char.IsLower(next)) return true;
                    break;
                case '.':
                    if ((i > 0 || !stopEndsNothing) && IsFollowedBySpace(gap[(i + 1)..]) && !char.IsLower(next)) return true;
                    break;
            }
        }

        return false;
    }

    private static bool IsFollowedBySpace(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (char.IsWhiteSpace(c)) return true;
            if (char.IsLetterOrDigit(c)) return false;
        }

        return false;
    }
}
