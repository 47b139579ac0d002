using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// How often words are met, roughly and in fixed memory: a count-min sketch of two rows (Cormode and Muthukrishnan, "An improved data stream
/// summary", 2005). Only the choice of anchors rests on it, so counts that threads lose to each other do no harm.
/// </summary>
internal sealed class WordFrequencies
{
    private const int Row = 1 << 17;

    // What was met long ago fades: languages and subjects change.
    private const int HalveAfter = 1 << 17;

    private int[]? _counts;
    private int _articles;

    /// <summary>How many articles were counted.</summary>
    public int Articles => _articles;

    public void Add(TokenStream stream)
    {
        _counts ??= new int[Row * 2];
        for (var i = 0; i < stream.Tokens.Length; i++)
        {
            var hash = stream.WordHashes[i];
            _counts[First(hash)]++;
            _counts[Second(hash)]++;
        }

        if (++_articles < HalveAfter) return;
        for (var i = 0; i < _counts.Length; i++) _counts[i] /= 2;
        _articles /= 2;
    }

    /// <summary>How often the word with a hash is met in an article, or null when too few articles were counted to know.</summary>
    public double? PerArticle(uint hash) =>
        _counts is null || _articles < 50 ? null : (Math.Min(_counts[First(hash)], _counts[Second(hash)]) + 0.5) / _articles;

    private static int First(uint hash) => WordHash.Slot(hash, Row);

    private static int Second(uint hash) => Row + WordHash.Slot((hash ^ (hash >> 15)) * 0x85EBCA6B, Row);
}
