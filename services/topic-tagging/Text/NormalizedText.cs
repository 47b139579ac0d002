using System.Text;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>
/// A field in canonical composition, with the way back to the field as stored. Nearly all text is composed already and passes untouched.
/// </summary>
internal readonly struct NormalizedText
{
    // A base with more marks than this is noise or an attack; longer runs are composed piecewise, which keeps the cost linear.
    private const int MaxSequence = 32;

    private readonly int[]? _starts;

    private NormalizedText(string characters, int[]? starts)
    {
        Characters = characters;
        _starts = starts;
    }

    public string Characters { get; }

    /// <summary>Nothing was changed: offsets are those of the field as stored.</summary>
    public bool IsStored => _starts is null;

    public static NormalizedText Of(string stored)
    {
        if (ComposedCharacters.IsComposed(stored)) return new NormalizedText(stored, null);
        var whole = WithoutLoneSurrogates(stored);
        if (!NeedsWidth(whole) && whole.IsNormalized(NormalizationForm.FormC)) return new NormalizedText(whole, null);
        return Compose(whole);
    }

    /// <summary>The stored offset of the character at <paramref name="index"/>; one past the end is allowed.</summary>
    public int StoredOffset(int index) => _starts is null ? index : _starts[index];

    private static NormalizedText Compose(string text)
    {
        var characters = new StringBuilder(text.Length);
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && end - i < MaxSequence && Joins(text, end)) end++;
            if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
            var composed = text[i..end].Normalize(NeedsWidth(text.AsSpan(i, end - i)) ? NormalizationForm.FormKC : NormalizationForm.FormC);
            characters.Append(composed);
            for (var k = 0; k < composed.Length; k++) starts.Add(Math.Min(i + k, end - 1));
            // What one sequence became ends where the next begins, so a token's stored length covers all its marks.
            i = end;
        }

        starts.Add(text.Length);
        return new NormalizedText(characters.ToString(), [.. starts]);
    }

    private static bool Joins(string text, int index)
    {
        var c = text[index];
        return char.IsLowSurrogate(c) || CharClasses.Of(c) == CharClass.Mark || c is (>= '\u1160' and <= '\u11FF') or '\uFF9E' or '\uFF9F';
    }

    // Half-width katakana carry their voicing as a separate character.
    private static bool NeedsWidth(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\uFF66', '\uFF9F');

    private static string WithoutLoneSurrogates(string text)
    {
        StringBuilder? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            mended ??= new StringBuilder(text);
            mended[i] = '\uFFFD';
        }

        return mended?.ToString() ?? text;
    }
}
