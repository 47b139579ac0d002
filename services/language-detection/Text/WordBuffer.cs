using System.Text;
using NewsMonitor.LanguageDetection.FastText;

namespace NewsMonitor.LanguageDetection.Text;

/// <summary>
/// The words of a text as the model sees them: "&lt;word&gt;" in UTF-8, one after the other, with their hashes; and letters counted by
/// script. Made once and filled again and again; what does not fit is left out, so that time and memory have a bound for any text.
/// </summary>
internal sealed class WordBuffer
{
    /// <summary>Most bytes of words that are kept.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Most words that are kept.</summary>
    public const int MaxWords = MaxBytes / 4;

    private readonly byte[] _bytes = new byte[MaxBytes];
    private readonly Word[] _words = new Word[MaxWords];
    private readonly int[] _letters = new int[Scripts.Count];
    private int _used;
    private int _start = -1;
    private int _characters;
    private uint _hash;
    private Script _script;

    /// <summary>The words of scripts that need the model, in the order of the text.</summary>
    public ReadOnlySpan<Word> Words => _words.AsSpan(0, Count);

    /// <summary>Number of <see cref="Words"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Letters per <see cref="Script"/>, in words of at least two letters.</summary>
    public ReadOnlySpan<int> Letters => _letters;

    /// <summary>A word's bytes, brackets included.</summary>
    public ReadOnlySpan<byte> BytesOf(Word word) => _bytes.AsSpan(word.Start, word.Length);

    /// <summary>Empties the buffer.</summary>
    public void Clear()
    {
        _letters.AsSpan().Clear();
        (_used, _start, Count) = (0, -1, 0);
    }

    /// <summary>Adds a lower-case letter or mark to the present word.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="script">Its script; <see cref="Script.None"/> for marks and apostrophes, which begin no word.</param>
    public void Append(Rune letter, Script script)
    {
        if (_start >= 0 && script != Script.None && script != _script)
            EndWord();
        if (_start < 0 && !StartWord(script))
            return;
        if (script != Script.None)
            _characters++;
        // A letter takes at most four bytes; one more for the closing bracket.
        if (!Scripts.NeedsModel(_script) || _used + 5 > MaxBytes || _used - _start + 5 > FastTextModel.MaxWordBytes)
            return;
        if (letter.Value < 0x80)
            AppendByte((byte)letter.Value);
        else
            AppendEncoded(letter);
    }

    /// <summary>Ends the present word, if there is one.</summary>
    public void EndWord()
    {
        if (_start < 0)
            return;
        var start = _start;
        _start = -1;
        // A word of one letter is an initial, a list mark or a formula as often as a word.
        if (_characters > 1 || Scripts.Weight(_script) > 1)
            _letters[(int)_script] += _characters;
        if (!Scripts.NeedsModel(_script))
        {
            _used = start;
            return;
        }
        TrimApostrophes(start);
        if (_used - start < 2 || Count == _words.Length)
        {
            _used = start;
            return;
        }
        _bytes[_used++] = (byte)'>';
        _words[Count++] = new Word(start, _used - start, _hash, _script, _characters);
    }

    private bool StartWord(Script script)
    {
        if (script == Script.None || _used + 8 > MaxBytes)
            return false;
        _start = _used;
        _bytes[_used++] = (byte)'<';
        (_script, _characters, _hash) = (script, 0, SubwordHash.Start);
        return true;
    }

    private void TrimApostrophes(int start)
    {
        var trimmed = _used;
        while (trimmed > start + 1 && _bytes[trimmed - 1] == (byte)'\'')
            trimmed--;
        if (trimmed == _used)
            return;
        _used = trimmed;
        _hash = SubwordHash.Of(_bytes.AsSpan(start + 1, trimmed - start - 1));
    }

    private void AppendEncoded(Rune letter)
    {
        Span<byte> encoded = stackalloc byte[4];
        var length = letter.EncodeToUtf8(encoded);
        foreach (var value in encoded[..length])
            AppendByte(value);
    }

    private void AppendByte(byte value)
    {
        _bytes[_used++] = value;
        _hash = SubwordHash.Add(_hash, value);
    }
}

/// <summary>A word in a <see cref="WordBuffer"/>.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its bytes, brackets included.</param>
/// <param name="Hash">Its <see cref="SubwordHash"/>, brackets excluded.</param>
/// <param name="Script">Its script.</param>
/// <param name="Letters">Its letters.</param>
internal readonly record struct Word(int Start, int Length, uint Hash, Script Script, int Letters);
