using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsMonitor.LanguageDetection.Text;

/// <summary>
/// Reads a text into words: lower case, since models take ALL CAPS for another language; without addresses, handles and hashtags, and
/// whatever contains digits, which belong to no language.
/// </summary>
internal static class Tokens
{
    private const string Apostrophes = "'\u2019\u2018\u02BB\u02BC`\u00B4\u02B9\u2032\uFF07";

    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\u00A0\u2028\u2029\u3000");

    /// <summary>Reads a text; lone surrogates divide words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Receives the words after those it has.</param>
    public static void Read(ReadOnlySpan<char> text, WordBuffer words)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(White);
            var chunk = length < 0 ? text : text[..length];
            if (!IsAddress(chunk))
                ReadChunk(chunk, words);
            words.EndWord();
            text = length < 0 ? [] : text[(length + 1)..];
        }
    }

    // https://…, www.…, name@host.tld, @handle, #hashtag
    private static bool IsAddress(ReadOnlySpan<char> chunk)
    {
        if (chunk.IsEmpty)
            return true;
        if (chunk[0] is '@' or '#' && chunk.Length > 1 && char.IsAsciiLetterOrDigit(chunk[1]))
            return true;
        return chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.Contains("://", StringComparison.Ordinal) || (chunk.IndexOf('@') is >= 0 and var at && chunk[at..].Contains('.'));
    }

    private static void ReadChunk(ReadOnlySpan<char> chunk, WordBuffer words)
    {
        for (var i = 0; i < chunk.Length; i++)
        {
            var character = chunk[i];
            if (char.IsAsciiLetter(character))
                i = ReadLatinRun(chunk, i, words);
            else if (char.IsAsciiDigit(character))
                i = SkipNumber(chunk, i, words);
            else if (Apostrophes.Contains(character))
                words.Append(new Rune('\''), Script.None);
            else if (char.IsSurrogate(character))
                i += ReadSupplementary(chunk[i..], words);
            else
                ReadCharacter(character, words);
        }
    }

    // "v2" and "3rd" are dropped as a whole: the letters of such a run say nothing.
    private static int ReadLatinRun(ReadOnlySpan<char> chunk, int start, WordBuffer words)
    {
        var end = start;
        while (end < chunk.Length && char.IsAsciiLetter(chunk[end]))
            end++;
        if (end < chunk.Length && char.IsAsciiDigit(chunk[end]))
            return SkipNumber(chunk, end, words);
        for (var i = start; i < end; i++)
            words.Append(new Rune((char)(chunk[i] | 0x20)), Script.Latin);
        return end - 1;
    }

    private static int SkipNumber(ReadOnlySpan<char> chunk, int start, WordBuffer words)
    {
        words.EndWord();
        var end = start;
        while (end < chunk.Length && char.IsAsciiLetterOrDigit(chunk[end]))
            end++;
        return end - 1;
    }

    // Only ideographs matter beyond the basic plane. Returns how many further characters were used.
    private static int ReadSupplementary(ReadOnlySpan<char> rest, WordBuffer words)
    {
        if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done || !Rune.IsLetter(rune))
        {
            words.EndWord();
            return used - 1;
        }
        words.Append(rune, rune.Value is >= 0x20000 and <= 0x3FFFF ? Script.Han : Script.Other);
        return used - 1;
    }

    private static void ReadCharacter(char character, WordBuffer words)
    {
        // Joiners are left out inside words: Persian and Hindi are spelled with and without them.
        if (character is '\u200C' or '\u200D')
            return;
        switch (CharUnicodeInfo.GetUnicodeCategory(character))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                words.Append(new Rune(ToLower(character)), Scripts.Of(character));
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                words.Append(new Rune(character), Script.None);
                break;
            default:
                words.EndWord();
                break;
        }
    }

    // The invariant culture leaves the dotted capital I of Turkish as it is.
    private static char ToLower(char character) => character == '\u0130' ? 'i' : char.ToLowerInvariant(character);
}
