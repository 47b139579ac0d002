using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Adjacent tokens of one sentence: a row of parts, each a choice of element sequences.</summary>
internal sealed class Phrase(Element[][][] parts)
{
    /// <summary>The choices of the first part, by which the phrase is found.</summary>
    public Element[][] Beginnings => parts[0];

    /// <summary>The elements when there is no choice and each is a word and nothing else; else null.</summary>
    public Element[]? Plain { get; } = Array.TrueForAll(parts, p => p.Length == 1 && Array.TrueForAll(p[0], e => e.IsPlain)) ? [.. parts.SelectMany(p => p[0])] : null;

    /// <summary>The last token of the longest match that begins at <paramref name="index"/>, or -1.</summary>
    public int Match(TokenStream stream, int index) => MatchPart(stream, 0, index, stream.SentenceOf(index)) - 1;

    // Returns one past the last token, or 0 when nothing matches: no match ends before the first token.
    private int MatchPart(TokenStream stream, int part, int index, int sentence)
    {
        if (part == parts.Length) return index;
        var best = 0;
        foreach (var sequence in parts[part])
        {
            if (!MatchSequence(stream, sequence, index, sentence)) continue;
            best = Math.Max(best, MatchPart(stream, part + 1, index + sequence.Length, sentence));
        }

        return best;
    }

    private static bool MatchSequence(TokenStream stream, Element[] sequence, int index, int sentence)
    {
        if (index + sequence.Length > stream.Tokens.Length) return false;
        for (var i = 0; i < sequence.Length; i++)
        {
            if (stream.Tokens[index + i].Sentence != sentence || !sequence[i].Matches(stream, index + i)) return false;
        }

        return true;
    }
}
