using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>Collects tokens, sentences and paragraphs. Its memory serves one article after another.</summary>
internal sealed class TokenStreamBuilder
{
    /// <summary>A word of more letters is noise; the rest of it is not kept, its offsets are.</summary>
    public const int MaxFolded = 128;

    // Windows of a sentence: 60 words, or 250 characters where characters are counted.
    private const int WindowWords = 60;
    private const int WindowCharacters = 250;

    // No heading is as long as this, so it is prose even in scripts that mark no end of a sentence.
    private const int ProseWords = 25;
    private const int ProseCharacters = 60;

    private readonly TokenStream _stream = new();
    private readonly GrowingList<Token> _tokens = new(64);
    private readonly GrowingList<uint> _wordHashes = new(64);
    private readonly GrowingList<Sentence> _sentences = new();
    private readonly GrowingList<Paragraph> _paragraphs = new();
    private Folding _folding = Folding.Of(FoldingProfile.Default);
    private char[] _folded = [];
    private uint[] _hashes = [];
    private int _length;
    private int _word;
    private int _sentenceStart;
    private int _paragraphStart;
    private int _glyphs;
    private bool _prose;

    /// <summary>How many characters of text the buffers have room for.</summary>
    public int Capacity => _folded.Length;

    /// <summary>Begins an article and forgets the one before.</summary>
    public void Begin(Folding folding, int characters)
    {
        if (_folded.Length < characters + 64) (_folded, _hashes) = (new char[characters + 64], new uint[characters + 64]);
        _folding = folding;
        _tokens.Clear();
        _wordHashes.Clear();
        _sentences.Clear();
        _paragraphs.Clear();
        (_length, _word, _sentenceStart, _paragraphStart, _glyphs, _prose) = (0, -1, 0, 0, 0, false);
    }

    /// <summary>Adds a word.</summary>
    public void Add(ReadOnlySpan<char> word, TextField field, int start, int length, TokenTraits traits)
    {
        var from = _length;
        Fold(word);
        if (_length == from) return;
        var hash = WordHash.Seed;
        for (var i = from; i < _length; i++) _hashes[i] = hash = WordHash.Step(hash, _folded[i]);
        Append(from, field, start, length, traits);
    }

    /// <summary>
    /// Folds the plain letters from <paramref name="start"/> on, which are nearly all of most texts, and returns where they end. They become a
    /// word only with <see cref="AddPlain"/>.
    /// </summary>
    public int FoldPlain(ReadOnlySpan<char> text, int start)
    {
        if (_folded.Length - _length < MaxFolded) GrowLetters();
        var rest = text.Slice(start, Math.Min(MaxFolded, text.Length - start));
        // The innermost loop of all matching, so without checks of bounds: the table holds every character, the buffers have room for a word.
        ref var plain = ref MemoryMarshal.GetReference(_folding.Plain);
        ref var folded = ref MemoryMarshal.GetReference(_folded.AsSpan(_length, MaxFolded));
        ref var hashes = ref MemoryMarshal.GetReference(_hashes.AsSpan(_length, MaxFolded));
        var hash = WordHash.Seed;
        for (var i = 0; i < rest.Length; i++)
        {
            var letter = Unsafe.Add(ref plain, rest[i]);
            if (letter == Folding.NotPlain) return start + i;
            Unsafe.Add(ref folded, i) = letter;
            Unsafe.Add(ref hashes, i) = hash = WordHash.Step(hash, letter);
        }

        return start + rest.Length;
    }

    /// <summary>Makes a word of the letters that were folded last.</summary>
    public void AddPlain(int letters, TextField field, int start, TokenTraits traits)
    {
        _length += letters;
        Append(_length - letters, field, start, letters, traits);
    }

    public void MarkProse() => _prose = true;

    public void EndSentence()
    {
        if (_tokens.Count == _sentenceStart) return;
        CloseSentence();
    }

    public void EndParagraph()
    {
        EndSentence();
        if (_tokens.Count == _paragraphStart) return;
        CloseParagraph();
    }

    /// <summary>Ends the title, which is a sentence and a paragraph even when it is empty.</summary>
    public void EndField()
    {
        CloseSentence();
        CloseParagraph();
    }

    /// <summary>The last token is an abbreviation, an initial or a short number, whose full stop ends no sentence.</summary>
    public bool LastTokenOwnsItsStop()
    {
        if (_tokens.Count == 0) return false;
        ref readonly var last = ref _tokens.Last;
        var folded = _folded.AsSpan(last.FoldedStart, last.FoldedLength);
        if (last.Has(TokenTraits.Number)) return folded.Length <= 2;
        return (last.Length == 1 && last.Has(TokenTraits.Capital)) || Abbreviations.Contains(folded);
    }

    /// <summary>The article. It lives until this builder begins another.</summary>
    public TokenStream Build(string title, string body)
    {
        EndParagraph();
        _stream.Set((title, body), (_tokens.Items, _tokens.Count), _folded, _hashes, _wordHashes.Items, (_sentences.Items, _sentences.Count), (_paragraphs.Items, _paragraphs.Count));
        return _stream;
    }

    private void Append(int from, TextField field, int start, int length, TokenTraits traits)
    {
        // The syllables of one Korean word, particles included, share its ordinal.
        var sameWord = (traits & (TokenTraits.Hangul | TokenTraits.Glued)) == (TokenTraits.Hangul | TokenTraits.Glued);
        if (!sameWord) _word++;
        if ((traits & (TokenTraits.Glyph | TokenTraits.Hangul)) == TokenTraits.Glyph) _glyphs++;
        _tokens.Add() = new Token(from, _length - from, start, length, _word, _sentences.Count, _paragraphs.Count, field, traits);
        _wordHashes.Add(_hashes[_length - 1]);
    }

    private void GrowLetters()
    {
        Array.Resize(ref _folded, (_folded.Length * 2) + MaxFolded);
        Array.Resize(ref _hashes, _folded.Length);
    }

    private void Fold(ReadOnlySpan<char> word)
    {
        var from = _length;
        for (var i = 0; i < word.Length && _length - from < MaxFolded; i++)
        {
            if (_folded.Length - _length < Folding.MaxExpansion * 2) GrowLetters();
            if (CharClasses.Of(word[i]) == CharClass.Separator && !char.IsSurrogate(word[i]) && CharClasses.IsHebrew(word[0])) continue;
            _length += char.IsSurrogate(word[i])
                ? FoldSurrogates(word, ref i)
                : _folding.Fold(word[i], _folded.AsSpan(_length));
        }
    }

    // Mathematical letters are dressed-up ASCII; anything else beyond the basic plane stays as it is.
    private int FoldSurrogates(ReadOnlySpan<char> word, ref int i)
    {
        if (i + 1 >= word.Length) return 0;
        var plain = word.Slice(i, 2).ToString().Normalize(System.Text.NormalizationForm.FormKC);
        i++;
        if (plain.Length == 1) return _folding.Fold(plain[0], _folded.AsSpan(_length));
        plain.AsSpan(0, Math.Min(plain.Length, 4)).CopyTo(_folded.AsSpan(_length));
        return Math.Min(plain.Length, 4);
    }

    private void CloseSentence()
    {
        var count = _tokens.Count - _sentenceStart;
        var countsCharacters = _glyphs * 2 > count;
        var limit = countsCharacters ? WindowCharacters : WindowWords;
        _prose |= count >= (countsCharacters ? ProseCharacters : ProseWords);
        var before = _sentences.Count == 0 ? 0 : _sentences.Last.UnitsBefore + Units(_sentences.Last);
        _sentences.Add(new Sentence(_sentenceStart, _tokens.Count - 1, _paragraphs.Count, limit, before));
        _sentenceStart = _tokens.Count;
        _glyphs = 0;
    }

    private int Units(in Sentence sentence) =>
        sentence.Last < sentence.First ? 1 : 1 + (_tokens[sentence.Last].Word - _tokens[sentence.First].Word) / sentence.Limit;

    private void CloseParagraph()
    {
        _paragraphs.Add(new Paragraph(_paragraphStart, _tokens.Count - 1, _prose));
        _paragraphStart = _tokens.Count;
        _prose = false;
    }
}
