using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>What one token must be.</summary>
internal sealed record Element
{
    /// <summary>Any number of letters.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>The folded letters.</summary>
    public required string Text { get; init; }

    /// <summary>How many letters may follow.</summary>
    public int Extra { get; init; }

    /// <summary>Any letters may stand in front.</summary>
    public bool AnyStart { get; init; }

    /// <summary>Must follow the token before without a separator.</summary>
    public bool Glued { get; init; }

    /// <summary>The stored word begins with a capital.</summary>
    public bool Capital { get; init; }

    /// <summary>Must not continue a Korean word.</summary>
    public bool WordStart { get; init; }

    /// <summary>Small words may be written in front (Arabic, Hebrew).</summary>
    public bool Clitics { get; init; }

    /// <summary>The letters as the pattern writes them, when case matters.</summary>
    public string? Exact { get; init; }

    /// <summary>It asks for nothing but its letters, and perhaps to be glued.</summary>
    public bool IsPlain => Extra == 0 && !AnyStart && !Capital && !WordStart && !Clitics && Exact is null;

    public bool Matches(TokenStream stream, int index)
    {
        ref readonly var token = ref stream.Tokens[index];
        if (Glued && !token.Has(TokenTraits.Glued)) return false;
        if (Capital && !token.Has(TokenTraits.Capital | TokenTraits.Shouted)) return false;
        if (WordStart && token.Has(TokenTraits.Glued) && stream.Tokens[index - 1].Has(TokenTraits.Hangul)) return false;
        if (Exact is not null && (token.Has(TokenTraits.Shouted) || !IsExact(stream.Stored(index)))) return false;
        var folded = stream.Folded(index);
        return MatchesLetters(folded) || (Clitics && token.Has(TokenTraits.Clitic) && MatchesBehindClitics(folded));
    }

    private bool MatchesLetters(ReadOnlySpan<char> folded)
    {
        if (AnyStart) return MatchesInside(folded);
        return folded.StartsWith(Text, StringComparison.Ordinal) && folded.Length - Text.Length <= Extra;
    }

    private bool MatchesInside(ReadOnlySpan<char> folded)
    {
        if (Extra == Unlimited) return folded.Contains(Text, StringComparison.Ordinal);
        var last = folded.LastIndexOf(Text, StringComparison.Ordinal);
        return last >= 0 && folded.Length - last - Text.Length <= Extra;
    }

    private bool MatchesBehindClitics(ReadOnlySpan<char> folded)
    {
        Span<int> lengths = stackalloc int[8];
        var count = LengthsOfClitics(folded, lengths);
        for (var i = 0; i < count; i++)
        {
            if (MatchesLetters(folded[lengths[i]..])) return true;
        }

        return false;
    }

    private static int LengthsOfClitics(ReadOnlySpan<char> folded, Span<int> lengths) => NewsMonitor.TopicTagging.Text.Clitics.Lengths(folded, lengths);

    private bool IsExact(ReadOnlySpan<char> stored)
    {
        var matched = 0;
        foreach (var c in stored)
        {
            if (CharClasses.Of(c) == CharClass.Skipped) continue;
            if (matched == Exact!.Length) return Extra > 0;
            if (Exact[matched++] != c) return false;
        }

        return matched == Exact!.Length;
    }
}
