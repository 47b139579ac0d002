namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>The rows of a word: its own, if it has one, and those of its character n-grams, with "&lt;" and "&gt;" at its ends (Bojanowski et al., "Enriching word vectors with subword information", 2017).</summary>
/// <param name="words">Words with rows of their own.</param>
/// <param name="wordRows">How many rows belong to words; those of the kept buckets follow, in the order of the buckets.</param>
/// <param name="kept">The buckets of n-grams that pruning did not drop.</param>
/// <param name="lengths">Which n-grams count.</param>
internal sealed class NgramRows(WordTable words, int wordRows, KeptBuckets kept, NgramLengths lengths)
{
    /// <summary>The row that stands for the end of a line, -1 when the model has none.</summary>
    public int EndOfLine { get; } = words.Find("</s>"u8, SubwordHash.Of("</s>"u8));

    /// <summary>Collects the rows of one word.</summary>
    /// <param name="bracketed">The word between "&lt;" and "&gt;", UTF-8.</param>
    /// <param name="hash">The hash of the word without its brackets.</param>
    /// <param name="rows">Receives the rows; at least as long as <see cref="MostRows"/> says.</param>
    /// <returns>How many rows there are.</returns>
    public int Collect(ReadOnlySpan<byte> bracketed, uint hash, Span<int> rows)
    {
        var count = 0;
        var own = words.Find(bracketed[1..^1], hash);
        if (own >= 0)
            rows[count++] = own;
        var buckets = kept;
        var (shortest, longest) = lengths;
        for (var start = 0; start < bracketed.Length; start++)
        {
            if (IsContinuation(bracketed[start]))
                continue;
            var gram = SubwordHash.Start;
            var end = start;
            for (var length = 1; end < bracketed.Length && length <= longest; length++)
            {
                gram = SubwordHash.Add(gram, bracketed[end++]);
                while (end < bracketed.Length && IsContinuation(bracketed[end]))
                    gram = SubwordHash.Add(gram, bracketed[end++]);
                // A bracket alone says nothing.
                if (length < shortest || (length == 1 && (start == 0 || end == bracketed.Length)))
                    continue;
                // Written in any case, and overwritten by the next when it has no row.
                rows[count] = wordRows + buckets.RankOf(gram & buckets.Mask, out var hasRow);
                count += hasRow;
            }
        }
        return count;
    }

    /// <summary>The row of a word as a whole, or -1.</summary>
    public int Find(ReadOnlySpan<byte> word, uint hash) => words.Find(word, hash);

    /// <summary>How many n-grams a word has, kept or not.</summary>
    /// <param name="characters">Characters of the word, brackets included.</param>
    public int NgramsOf(int characters)
    {
        var count = 0;
        for (var length = lengths.Shortest; length <= lengths.Longest; length++)
            count += Math.Max(0, characters - length + 1);
        return count;
    }

    /// <summary>Upper bound of rows for a word.</summary>
    /// <param name="bytes">Length of the bracketed word in bytes.</param>
    public int MostRows(int bytes) => 2 + (bytes * lengths.Longest);

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}

/// <summary>Lengths of the n-grams in characters.</summary>
internal readonly record struct NgramLengths(int Shortest, int Longest);
