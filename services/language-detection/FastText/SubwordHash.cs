namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>
/// FNV-1a, 32 bits, over UTF-8 bytes taken as signed, as fastText's <c>Dictionary::hash</c> computes it
/// (http://www.isthe.com/chongo/tech/comp/fnv/).
/// </summary>
internal static class SubwordHash
{
    /// <summary>The hash of nothing.</summary>
    public const uint Start = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>The hash after one byte more.</summary>
    public static uint Add(uint hash, byte next) => (hash ^ (uint)(sbyte)next) * Prime;

    /// <summary>The hash of a whole text.</summary>
    public static uint Of(ReadOnlySpan<byte> text)
    {
        var hash = Start;
        foreach (var next in text)
            hash = Add(hash, next);
        return hash;
    }
}
