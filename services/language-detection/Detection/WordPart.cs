using System.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>A part of words that speaks for languages of a group.</summary>
/// <param name="Text">The part in UTF-8.</param>
/// <param name="AtStart">True when only a word's beginning counts.</param>
/// <param name="AtEnd">True when only a word's end counts.</param>
/// <param name="Vote">What it says.</param>
internal readonly record struct WordPart(byte[] Text, bool AtStart, bool AtEnd, WordVote Vote)
{
    /// <summary>Reads "x*", "*x" or "*x*".</summary>
    public static WordPart Parse(string pattern) =>
        new(Encoding.UTF8.GetBytes(pattern.Trim('*')), pattern[0] != '*', pattern[^1] != '*', default);

    /// <summary>True when the word has this part.</summary>
    public bool IsIn(ReadOnlySpan<byte> word) =>
        AtStart ? word.StartsWith(Text) : AtEnd ? word.EndsWith(Text) : word.IndexOf(Text) >= 0;

    /// <summary>True for the same part, whatever it says.</summary>
    public bool IsSameAs(WordPart other) => AtStart == other.AtStart && AtEnd == other.AtEnd && Text.AsSpan().SequenceEqual(other.Text);
}
